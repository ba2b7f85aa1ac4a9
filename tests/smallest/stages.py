"""The smallest reports of rules about what flows from one stage to the next, and what stages have together."""

from smallest.pair import Smallest

STAGES = {
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
}
