"""The smallest reports of rules about totals of rows, quarters and categories."""

from smallest.pair import Smallest

TOTALS = {
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
}
