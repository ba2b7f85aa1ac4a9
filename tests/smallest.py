"""Each rule's smallest report that breaks it, and the nearest that keeps it; drawn as in `audited`."""

from typing import NamedTuple


class Smallest(NamedTuple):
    """The report that the rule alone tells of, and a near miss that it tests and leaves alone."""

    broken: str
    healthy: str


SMALLEST = {
    "stage_2_escalated_equals_stage_3_received": Smallest(
        """
        Service | 2 escalated | 3 received
        Repairs | 4           | 5
        """,
        """
        Service | 2 escalated | 3 received
        Repairs | 4           | 4
        """,
    ),
    "escalated_arrive_at_the_next_stage": Smallest(
        """
        Service | 1 escalated | 2 received
        Repairs | 17          | 16
        """,
        """
        Service | 1 escalated | 2 received
        Repairs | 17          | 28
        """,
    ),
    "escalated_were_received": Smallest(
        """
        Service | 1 received | 1 escalated
        Repairs | 2          | 4
        """,
        """
        Service | 1 received | 1 escalated
        Repairs | 4          | 4
        """,
    ),
    "stage_receives_no_more_than_the_one_below": Smallest(
        """
        Service | 2 received | 3 received
        Repairs | 2          | 4
        """,
        """
        Service | 1 received | 2 received | 3 received
        Repairs | 2          | 4          | 4
        """,
    ),
    "stages_add_to_their_total": Smallest(
        """
        Service | 1 received | 2 received | all received
        Repairs | 20         | 10         | 30
        Waste   | 40         | 10         | 50
        Parks   | 30         | 5          | 36
        """,
        """
        Service | 1 received | 2 received | all received | all received =Informal
        Repairs | 20         | 10         | 30           | 0
        Waste   | 40         | 10         | 51           | 1
        Parks   | 30         | 5          | 30           | 2
        """,
    ),
    "stage_1_is_what_the_others_leave": Smallest(
        """
        Service | all received | 2 received
        Repairs | 111          | 11

        Prose   | 1 received | all received
        Repairs | 79         | 111
        """,
        """
        Service | all received | 2 received
        Repairs | 111          | 11

        Prose   | 1 received | all received
        Repairs | 100        | 111
        """,
    ),
    "stages_of_a_sentence_add_to_its_total": Smallest(
        """
        Service | all received | 2 received
        Repairs | 200          | 121

        Prose   | all received | 1 received | 2 received
        Repairs | 106          | 79         | 9
        """,
        """
        Service | all received | 2 received
        Repairs | 200          | 121

        Prose   | all received | 1 received | 2 received
        Repairs | 88           | 79         | 9
        """,
    ),
    "resolved_were_not_escalated": Smallest(
        """
        Prose | 1 received | 1 escalated | 1 share_pct outcome:resolved
              | 1056       | 75          | 92% without escalation
        """,
        """
        Prose | 1 received | 1 escalated | 1 share_pct outcome:resolved
              | 1056       | 75          | 93% without escalation
        """,
    ),
    "part_is_within_its_whole": Smallest(
        """
        Service | 1 received | 1 upheld
        Repairs | 4          | 5
        """,
        """
        Service | 1 received | 1 upheld | 2 decided | 2 received | 2 upheld
        Repairs | 4          | 4        | 5         | 3          | 5
        """,
    ),
    "newly_upheld_were_upheld": Smallest(
        """
        Service | 2 upheld_pct | 2 newly_upheld_pct
        Repairs | 38%          | 50%
        """,
        """
        Service | 2 upheld_pct | 2 newly_upheld_pct
        Repairs | 38%          | 38%
        """,
    ),
    "outcomes_add_to_the_decided": Smallest(
        """
        | ombudsman investigated | ombudsman upheld | ombudsman not_upheld
        | 42                     | 28               | 13
        """,
        """
        | ombudsman investigated | ombudsman upheld | ombudsman not_upheld
        | 41                     | 28               | 13
        """,
    ),
    "outcomes_add_to_the_received": Smallest(
        """
        Service | 1 received | 1 upheld | 1 not_upheld | 1 open
        Repairs | 30         | 20       | 8            | 2
        Waste   | 40         | 10       | 30           | 0
        Parks   | 36         | 30       | 4            | 1
        """,
        """
        Service | 1 received | 1 upheld | 1 not_upheld | 1 open
        Repairs | 30         | 20       | 8            | 2
        Waste   | 40         | 10       | 30           | 0
        Parks   | 36         | 30       | 5            | 1
        """,
    ),
    "outcomes_are_what_was_investigated": Smallest(
        """
        Prose | 1 received | 1 not_pursued | 1 upheld_or_partly | 1 not_upheld
              | 70         | 13            | 22                 | 26
        """,
        """
        Prose | 1 received | 1 not_pursued | 1 upheld_or_partly | 1 not_upheld
              | 61         | 13            | 22                 | 26
        """,
    ),
    "outcome_percentages_add_to_a_hundred": Smallest(
        """
        Service | 1 upheld_pct | 1 partially_upheld_pct | 1 not_upheld_pct
        Repairs | 50%          | 20%                    | 30%
        Waste   | 33%          | 33%                    | 33%
        Parks   | 40%          | 20%                    | 30%
        """,
        """
        Service | 1 upheld_pct | 1 partially_upheld_pct | 1 not_upheld_pct
        Repairs | 50%          | 20%                    | 30%
        Waste   | 33%          | 33%                    | 33%
        Parks   | 60%          | 20%                    | 40%
        """,
    ),
    "outcomes_are_split_the_same": Smallest(
        """
        | all upheld | all partially_upheld | all not_upheld
        | 20         | 5                    | 8

        Service | all upheld | all partially_upheld | all not_upheld
        Repairs | 11         | 4                    | 5
        Waste   | 8          | 2                    | 3
        """,
        """
        | all upheld | all partially_upheld | all not_upheld
        | 20         | 5                    | 8

        Service | all upheld | all partially_upheld | all not_upheld
        Repairs | 12         | 4                    | 5
        Waste   | 8          | 1                    | 3
        """,
    ),
    "difference_is_current_less_prior": Smallest(
        """
        Service            | 2 upheld_pct
        Clean              | 100% (33%)
        Clean Difference   | +77%
        """,
        """
        Service            | 2 upheld_pct
        Clean              | 100% (33%)
        Clean Difference   | +67%
        """,
    ),
    "change_is_between_the_two_figures": Smallest(
        """
        Service            | all received
        Repairs            | 175 (124)

        Prose              | all received
        Repairs Difference | 37%
        """,
        """
        Service            | all received
        Repairs            | 175 (124)

        Prose              | all received
        Repairs Difference | 41%
        """,
    ),
    "printed_twice_has_one_value": Smallest(
        """
        Service | 1 received | 2 received | all compliments
        Repairs | 31         | 4          | 7
        Waste   | 40         | 8          | 9

        Service | 1 received
        Repairs | 30
        """,
        """
        Service | 1 received | 2 received | all compliments
        Repairs | 31         | 4          | 7
        Waste   | 40         | 8          | 9

        Service | 1 received
        REPAIRS | 31
        """,
    ),
    "sentence_says_what_is_printed": Smallest(
        """
        Service | all received
        Repairs | 29

        Prose   | all received
        Repairs | 34
        """,
        """
        Service | all received
        Repairs | 29

        Prose   | all received
        repairs | 29
        """,
    ),
    "percentage_is_possible": Smallest(
        """
        Service | 1 received | 1 upheld_pct
        Roads   | 38         | 4%
        """,
        """
        Service | 1 received | 1 upheld_pct
        Roads   | 38         | 5%
        """,
    ),
    "percentage_is_within_a_hundred": Smallest(
        """
        Service | 1 in_target_pct
        Repairs | 110%
        """,
        """
        Service | 1 in_target_pct
        Repairs | 100%
        """,
    ),
    "share_of_a_sentence_is_possible": Smallest(
        """
        Service | all received
        Repairs | 29

        Prose   | all share_pct cause:Delay
        Repairs | 30%
        """,
        """
        Service | all received
        Repairs | 29

        Prose   | all share_pct cause:Delay
        Repairs | 31%
        """,
    ),
    "share_of_a_sentence_is_its_count": Smallest(
        """
        Service | all received | all cases theme:Missed bins
        Waste   | 111          | 38

        Prose   | all share_pct theme:bins that were missed
        Waste   | 42%
        """,
        """
        Service | all received | all cases theme:Missed bins
        Waste   | 111          | 38

        Prose   | all share_pct theme:bins that were missed
        Waste   | 34%
        """,
    ),
    "complaints_are_such_a_share_of_contacts": Smallest(
        """
        Service | all received
        Parking | 50

        > [Parking] The service has around 2,300,000 customers. It has one complaint for every 66,000 customers.
        """,
        """
        Service | all received
        Parking | 50

        > [Parking] The service has around 2,300,000 customers. It has one complaint for every 45,000 customers.
        """,
    ),
    "percentage_is_its_count_of_its_base": Smallest(
        """
        Service | all received | all in_target | all in_target_pct
        Repairs | 20           | 13            | 65%
        Waste   | 40           | 10            | 25%
        Parks   | 10           | 4             | 40%
        Roads   | 20           | 13            | 85%
        """,
        """
        Service | all received | all in_target | all in_target_pct
        Repairs | 20           | 13            | 65%
        Waste   | 40           | 10            | 25%
        Parks   | 16           | 2             | 13%
        Roads   | 16           | 2             | 12%
        """,
    ),
    "rows_add_to_their_total": Smallest(
        """
        Service | 1 received | 2 received | all compliments
        Repairs | 30         | 2          | 1
        Waste   | 40         | 1          | 2
                | 70         | 3          | 4
        """,
        """
        Service | 1 received | 2 received | all compliments
        Repairs | 30         | 2          | 1
        Waste   | 40         | 1          | -
                | 70         | 3          | 1
        """,
    ),
    "services_add_to_their_directorate": Smallest(
        """
        Service        | 1 received | 2 received
        Housing: Homes | 40         | 5
        Housing: Bins  | 30         | 3
        Housing:       | 70         | 8
        Place: Roads   | 20         | 2
        Place: Parks   | 10         | 1
        Place:         | 31         | 3
        """,
        """
        Service        | 1 received | 2 received
        Housing: Homes | 40         | 5
        Housing: Bins  | 30         | 3
        Housing:       | 70         | 8
        Place: Roads   | 20         | 2
        Place: Parks   | 10         | -
        Place:         | 30         | 2
        """,
    ),
    "quarters_add_to_their_year": Smallest(
        """
        Service | 1 received @Q1 | 1 received @Q2 | 1 received @Q3 | 1 received @Q4 | 1 received
        Homes | 4 | 5 | 6 | 7 | 22
        Roads | 1 | 2 | 3 | 4 | 10
        Parks | 1 | 0 | 3 | 4 | 9
        """,
        """
        Service | 1 received @Q1 | 1 received @Q2 | 1 received @Q3 | 1 received @Q4 | 1 received
        Homes | 4 | 5 | 6 | 7 | 22
        Roads | 1 | 2 | 3 | 4 | 10
        Parks | 1 | - | 3 | 4 | 8
        """,
    ),
    "rows_add_to_the_total_elsewhere": Smallest(
        """
        Service | 1 received | 2 received | all compliments
        Homes   | 40         | 5          | 2
        Bins    | 30         | 3          | 1

                | 1 received | 2 received | all compliments
                | 70         | 8          | 4
        """,
        """
        Service | 1 received | 2 received | all compliments
        Homes   | 40         | 5          | 2
        Bins    | 30         | 3          | 1

                | 1 received | 2 received | all compliments
                | 70         | 8          | 3
        """,
    ),
    "categories_add_to_their_total": Smallest(
        """
        Service | all cases cause:Delay | all cases cause:Staff | all cases cause:Total
        Repairs | 20                    | 10                    | 31
        """,
        """
        Service | all cases cause:Delay | all cases cause:Staff | all cases cause:Total
        Repairs | 20                    | 10                    | 30
        """,
    ),
    "shares_add_to_a_hundred": Smallest(
        """
                | all share_pct channel:Phone | all share_pct channel:Email | all share_pct channel:Letter
                | 61%                         | 33%                         | 8%
        """,
        """
                | all share_pct channel:Phone | all share_pct channel:Email | all share_pct channel:Letter
                | 61%                         | 33%                         | 7%
        """,
    ),
    "share_is_its_count_of_the_whole": Smallest(
        """
        | all cases theme:A | all share_pct theme:A | all cases theme:B | all share_pct theme:B | all cases theme:C | all share_pct theme:C
        | 20                | 50%                   | 15                | 38%                   | 5                 | 14%
        """,
        """
        | all cases theme:A | all share_pct theme:A | all cases theme:B | all share_pct theme:B | all cases theme:C | all share_pct theme:C
        | 20                | 50%                   | 15                | 38%                   | 5                 | 12%
        """,
    ),
    "row_is_its_own": Smallest(
        """
        Service | all received | 2 received | 3 received | all in_target_pct | all compliments
        Repairs | 18           | 2          | 2          | 39%               | 4
        Waste   | 18           | 2          | 2          | 39%               | 4
        """,
        """
        Service | all received | 2 received | 3 received | all in_target_pct | all compliments
        Repairs | 18           | 2          | 2          | 39%               | 4
        Waste   | 18           | 2          | 2          | 39%               | 5
        """,
    ),
    "count_is_not_negative": Smallest(
        """
        Service | all compliments
        Repairs | -8
        """,
        """
        Service | all compliments
        Repairs | 0
        """,
    ),
    "year_ends_the_year_after_it_begins": Smallest(
        """
        Prose | all received
              | 17 fewer in 2023/24 than in 2022/25
        """,
        """
        Prose | all received
              | 17 fewer in 2023/24 than in 2019/20, under the 2020/25 plan
        """,
    ),
    "corner_names_its_own_service": Smallest(
        """
        Service | all received
        Waste   | 40

        Service | all received
        Parks   | 30

        Service | all received
        Repairs | 20

        < corner | t1 | Waste   | Waste       | |
        < corner | t2 | Parks   | Parks       | |
        < corner | t3 | Repairs | Waste       | |
        """,
        """
        Service | all received
        Waste   | 40

        Service | all received
        Parks   | 30

        Service       | all received
        House Repairs | 20

        < corner | t1 | Waste         | Waste    | |
        < corner | t2 | Parks         | Services | |
        < corner | t3 | House Repairs | Repairs  | |
        """,
    ),
    "caption_has_the_period_of_its_table": Smallest(
        """
        Service | all received
        Repairs | 20

        < caption | t1 | | Complaints in 2016-17 | 2016-04-01 to 2017-03-31 |
        """,
        """
        Service | all received
        Repairs | 20 (18)

        < caption | t1 | | Complaints in 2018-19 | 2018-04-01 to 2019-03-31 |
        """,
    ),
    "case_is_dated_in_its_period": Smallest(
        """
        < day | t1 | Repairs | 24th April 2017 | 2017-04-24 | 2019-04-01 to 2020-03-31
        """,
        """
        < day | t1 | Repairs | 24th April 2018 | 2018-04-24 | 2019-04-01 to 2020-03-31
        """,
    ),
    "period_ends_after_it_begins": Smallest(
        """
        < span | | | 1 April 2019 to 31 March 2019 | 2019-04-01 to 2019-03-31 |
        """,
        """
        < span | | | 1 April 2019 to 1 April 2019 | 2019-04-01 to 2019-04-01 |
        """,
    ),
}
