"""The smallest reports of rules about percentages of counts."""

from smallest.pair import Smallest

SHARES = {
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
}
