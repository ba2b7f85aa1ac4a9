"""The smallest reports of rules about parts of what was received and decided."""

from smallest.pair import Smallest

OUTCOMES = {
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
}
