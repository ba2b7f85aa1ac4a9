"""The smallest reports of rules about rows, counts and words that cannot be meant."""

from smallest.pair import Smallest

WORDS = {
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
