"""The smallest reports of rules about figures printed as changes, twice, and in sentences."""

from smallest.pair import Smallest

PRINTINGS = {
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
}
