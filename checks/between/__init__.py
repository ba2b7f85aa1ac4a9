"""What two reports of one council say differently: rows of `revisions`, and which commitment follows which.

    records of all reports --pairs--> Pair (an earlier and a later report of one council) --restated, promises, names--> Revision

Neither value is called right: a council may restate a figure for a good reason. Copies of a report (`same_as`) are not compared.
"""

from checks.between.compare import follow, in_order, revisions

__all__ = ["follow", "in_order", "revisions"]
