"""Sentences that state figures of the council."""

import pytest
from sentences import OWN, examples, told

from normalise.meaning import Meaning
from normalise.prose import text_to_claims
from normalise.setting import Setting
from normalise.words.dated import find_periods
from schemas import Measure, Stage
from schemas.vocabulary import vocabulary

READ = """
75 complaints were escalated to stage two, and a further 14 were escalated to stage three.
    75 escalated, stage 1
    14 escalated, stage 2
Only 34 (9%) of complaints were escalated to Stage Two, and 12 (3%) to Stage Three suggesting that most are resolved early.
    34 escalated, stage 1
    9% escalated_pct, stage 1
    12 escalated, stage 2
    3% escalated_pct, stage 2
Only 34 out of 379 complaints were escalated to stage two (in adult care there is only 1 stage). Of these, 12 went to stage three.
    34 escalated, stage 1
    379 decided, stage 1
    12 escalated, stage 2
The number of complaints has risen from 98 to 110. The number of complaints escalated to stage 2 fell from 9 to 6.
    98 received, 2018-19
    110 received
    9 escalated, stage 1, 2018-19
    6 escalated, stage 1
The percentage of stage 1 complaints answered on time rose from 76% in 2018/19 to 84% in 2019/20.
    76% in_target_pct, stage 1, 2018-19
    84% in_target_pct, stage 1
Thirty one per cent of complaints were upheld. Complaints rose by 14 per cent.
    31% upheld_pct
    14% received, difference
The uphold rate was 36%. Of the 40 stage 2 complaints, 12 were upheld.
    36% upheld_pct
    40 decided, stage 2
    12 upheld, stage 2
Adult Social Care received 45 complaints, 12 more than last year. 9 were upheld.
    45 received, Adult Social Care
    12 received, difference, Adult Social Care
    9 upheld, Adult Social Care
In Housing, 412 complaints were received and 134 (33%) were upheld. We answered 391 of 460 stage 1 complaints within target.
    412 received, Housing
    134 upheld, Housing
    33% upheld_pct, Housing
    391 in_target, stage 1
    460 decided, stage 1
165 of the 497 complaints (33%) related to Waste Services. 30% of all complaints were about Planning.
    165 received, Waste Services
    497 received
    30% share_pct, Planning
460 complaints were received, an increase of 10% on 2018/19 (418). 256 compliments were received, 12 more than last year (244).
    460 received
    10% received, difference
    418 received, 2018-19
    256 compliments
    12 compliments, difference
    244 compliments, 2018-19
Stage 2 complaints increased by 42 (10%).
    42 received, stage 2, difference
    10% received, stage 2, difference
We received 565 stage 1 complaints and 83 stage 2 complaints in 2019/20. This compares to 470 stage 1 and 63 stage 2 complaints in 2018/19.
    565 received, stage 1
    83 received, stage 2
    470 received, stage 1, 2018-19
    63 received, stage 2, 2018-19
Housing complaints increased by 12% to 412. Complaints about Planning fell by 9%. Stage 1 complaints rose by 3%.
    12% received, difference, Housing
    412 received, Housing
    9% received, difference, Planning
    3% received, stage 1, difference
The average response time for stage 1 complaints was 9.4 working days. On average it took 23 days to respond to a stage 2 complaint.
    9.4 days average_days, stage 1
    23 days average_days, stage 2
Average time taken to respond was 14 days at stage 1 and 23 days at stage 2.
    14 days average_days, stage 1
    23 days average_days, stage 2
Compensation of £4,350 was paid in 2019/20 compared with £2,900 in 2018/19.
    4350£ remedy_gbp
    2900£ remedy_gbp, 2018-19
The Complaints Team received 340 complaints. A third of complaints (113) were about Waste.
    340 received
    113 received, Waste
The Housing Ombudsman received 37 enquiries. 84% of complaints were closed without formal investigation.
    37 received, stage ombudsman
    84% share_pct, closed without formal investigation
The fact that 40% (63/159) were upheld or partly upheld is a concern.
    40% upheld_or_partly_pct
    63 upheld_or_partly
    159 decided
There were 70 fewer complaints about Parking services than in 2018/19.
    70 received, difference, Parking services
We received 70 stage one complaints. 13 of them were not investigated because they were withdrawn or were not about the council.
    70 received, stage 1
    13 not_pursued, stage 1
22 stage-one complaints were upheld or partially upheld (14 the year before) and twenty-six were not upheld.
    22 upheld_or_partly, stage 1
    14 upheld_or_partly, stage 1, 2018-19
    26 not_upheld, stage 1
Four cases went to stage two: one was upheld, one was partially upheld and two were not upheld. In the year before there were nine.
    4 received, stage 2
    1 upheld, stage 2
    1 partially_upheld, stage 2
    2 not_upheld, stage 2
    9 received, stage 2, 2018-19
There was a small increase in the number of Stage 2 complaints -an additional 2 giving a total of 9 compared to 7 from the previous year.
    2 received, stage 2, difference
    9 received, stage 2
    7 received, stage 2, 2018-19
The percentage of Stage 1 complaints upheld was 35%.
    35% upheld_pct, stage 1
The proportion of complaints answered on time was 35%.
    35% in_target_pct
Northvale Council received 409 complaints in 2019/2020 compared with 497 in the previous year.
    409 received
    497 received, 2018-19
The Ombudsman dealt with 8 complaints about the Council in 2017/18 and 14 in 2016/17. None of those in 2017/18 was investigated.
    8 decided, stage ombudsman, 2017-18
    14 decided, stage ombudsman, 2016-17
    0 investigated, stage ombudsman, 2017-18
90 complaints were received: 55 corporate and 35 statutory. 73 were at Stage 1, 14 at Stage 2 and none at Stage 3.
    90 received
    55 received, corporate
    35 received, statutory
    73 received, stage 1
    14 received, stage 2
    0 received, stage 3
There were 90 complaints. Outcomes: 28 not upheld, 19 partly upheld, 11 upheld.
    90 received
    28 not_upheld
    19 partially_upheld
    11 upheld
73 Stage 1 complaints are 18% more than last year. 60% of Stage 1 complaints were answered on time.
    18% received, stage 1, difference
    60% in_target_pct, stage 1
19% of Stage 1 complaints went on to Stage 2, down from 27%.
    19% escalated_pct, stage 1
    27% escalated_pct, stage 1, 2018-19
664 complaints were received in the year to 31 March 2020, which is 12% more than the 593 of 2018/19.
    664 received
    12% received, difference
    593 received, 2018-19
45% of the complaints were upheld or partially upheld this year; it was 51% in 2018/19.
    45% upheld_or_partly_pct
    51% upheld_or_partly_pct, 2018-19
14.2% of complaints went from Stage One to Stage Two and 1% from Stage Two to Stage Three
    14.2% escalated_pct, stage 1
    1% escalated_pct, stage 2
We received 593 complaints in 2019/20 against 731 in 2018/19, a fall of 19%.
    593 received
    731 received, 2018-19
    19% received, difference
Reduction of 11% in Stage 1 complaints
    11% received, stage 1, difference
The number of complaints closed rose by 17% between 2018/19 and 2019/20.
    17% decided, difference
13 complaints were made to the Local Government Ombudsman. Of these, four were investigated and, of those, two were upheld.
    13 received, stage ombudsman
    4 investigated, stage ombudsman
    2 upheld, stage ombudsman
In 2019-20, the total number of complaints dropped slightly compared to the previous year, by 16 down from 1161 to 1145.
    16 received, difference
    1161 received, 2018-19
    1145 received
In 2018-19, 76% of complaints were answered in time.
    76% in_target_pct, 2018-19
398 (35%) of all complaints received by the Council were for Waste Services, a decrease of 149 from the 526 received in 2018-19.
    398 received, Waste Services
    35% share_pct, Waste Services
    149 received, difference, Waste Services
    526 received, 2018-19, Waste Services
In 2019/20 we responded to 95% of complaints within the target timescale, up from 58% the previous year.
    95% in_target_pct
    58% in_target_pct, 2018-19
65% of complaints were upheld (11 of the 17 investigations). The average across similar local authorities is 70%.
    65% upheld_pct
    11 upheld
    17 investigated
Only 34 out of 379 (9%) complaints were escalated to Stage Two. Of these, 12 were escalated to Stage Three.
    34 escalated, stage 1
    379 decided, stage 1
    9% escalated_pct, stage 1
    12 escalated, stage 2
We upheld 62 of the 68 complaints we investigated: 91%. That is 7.5 upheld decisions per 100,000 residents.
    62 upheld
    68 investigated
    91% upheld_pct
Planning Support closed 4 of its 6 complaints late.
    4 out_of_target, Planning Support
    6 decided, Planning Support
There were 27 statutory adult complaints (eight withdrawn; 12 in 2018/19).
    27 received, statutory adult
    8 not_pursued, statutory adult
    12 received, 2018-19, statutory adult
"""


@pytest.mark.parametrize(("text", "claims"), examples(READ), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_a_sentence_is_read_as_what_it_states(text: str, claims: list[str]) -> None:
    assert told(text) == claims


def test_the_whole_may_be_a_stage() -> None:
    assert told("37% of stage 1 upheld, relating to service delays.") == ["37% upheld_pct, stage 1"]
    assert told("17% of stage 2 were upheld, monitoring was requested.") == ["17% upheld_pct, stage 2"]
    assert told("17% of stage 2 letters were upheld.") == []


def test_a_line_points_back_to_what_the_line_above_it_counted() -> None:
    above = Meaning(measure=Measure.RECEIVED, service="")
    setting = Setting(find_periods(OWN)[0].period, None, vocabulary())
    claims = text_to_claims("73 were at Stage 1 and 14 at Stage 2.", Meaning(service=""), setting, opening=above)
    assert [(int(claim.value), claim.meaning.stage) for claim in claims] == [(73, Stage.ONE), (14, Stage.TWO)]
