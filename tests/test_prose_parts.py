"""Sentences that break figures down: by what the complaints were about, how they came, and whose they were."""

import pytest
from sentences import examples, told

READ_IN_A_SERVICE = """
The majority of complaints were planning applications related - 86 out of a total of 106 complaints, with 13 planning enforcement related.
    86 cases, planning applications related, Refuse
    106 received, Refuse
    13 cases, planning enforcement related, Refuse
There were 310 complaints. 41% of these complaints related to torn sacks, compared to 57% in the previous year.
    310 received, Refuse
    41% share_pct, torn sacks, Refuse
    57% share_pct, 2018-19, torn sacks, Refuse
Of the 54 complaints received, most related to two areas: gully service: 31 cases (2018/19 – 28 cases) and kerb team: 9 cases.
    54 received, Refuse
    31 cases, gully service, Refuse
    28 cases, 2018-19, gully service, Refuse
    9 cases, kerb team, Refuse
The highest area of complaints (17 cases) related to the Moorgate Depot, which opened in May.
    17 cases, Moorgate Depot, Refuse
The main causes of these complaints were lost keys at 33%, cold food 21% and noise 8%.
    33% share_pct, lost keys, Refuse
    21% share_pct, cold food, Refuse
    8% share_pct, noise, Refuse
The majority of complaints focused on slow answers (42%), with the root causes mainly due to missing forms (35%) and staff changes (12%).
    42% share_pct, slow answers, Refuse
    35% share_pct, missing forms, Refuse
    12% share_pct, staff changes, Refuse
61 of the 80 complaints received by the service related to Quay Hall, and of those, 44 were regarding the Blue Room.
    61 cases, Quay Hall, Refuse
    80 received, Refuse
    44 cases, Blue Room, Refuse
The remaining 12 complaint cases covered a range of other service areas across Refuse.
    12 cases, other service areas across Refuse, Refuse
There were 204 complaints about Refuse (2018/19 - 180). The most common reason was split bags (96).
    204 received, Refuse
    180 received, 2018-19, Refuse
    96 cases, split bags, Refuse
This year has seen a reduction in complaints across Refuse from 66 to 50.
    66 received, 2018-19, Refuse
    50 received, Refuse
Refuse complaint figures have been much the same since last year, with a total of 12 cases in 2019/20; and 18 in 2018/19.
    12 received, Refuse
    18 received, 2018-19, Refuse
Refuse received one stage one complaint, and one stage two complaint which were both resolved within target.
    1 received, stage 1, Refuse
    1 received, stage 2, Refuse
Only 45% of all complaints were completed within the internal 10-working day timescale.
    45% in_target_pct, Refuse
Kerb Repair Services received 82 complaints. The Gully department received 33 complaints which represents 19% of the total volume.
    82 received, Kerb Repair Services
    33 received, Gully department
    19% share_pct, Gully department
This was mostly a growth in Stage 1 complaints -79 out of a total of 106 complaints.
    79 received, stage 1, Refuse
    106 received, Refuse
"""

READ_OF_THE_WHOLE = """
63% of complaints were made by residents using the web form, which is an increase on 58% from last year.
    63% share_pct, web form
    58% share_pct, 2018-19, web form
45% of complaints were received by email, 30% by telephone and 25% by letter.
    45% share_pct, email
    30% share_pct, telephone
    25% share_pct, letter
Twelve complaints were received by email.
    12 cases, email
There were 48 complaints. Of those, 20 were about parking and 12 were about noise; 9 concerned delay.
    48 received
    20 cases, parking
    12 cases, noise
    9 cases, delay
There were 90 complaints. Most of them were for Waste Services (22), Housing Landlord Service (16), Parking (13) and Planning (12).
    90 received
    22 received, Waste Services
    16 received, Housing Landlord Service
    13 received, Parking
    12 received, Planning
The top three reasons for complaint were: delay - 12; noise - 9; rudeness - 4.
    12 cases, delay
    9 cases, noise
    4 cases, rudeness
Reasons for complaint included delay (12 complaints) and rudeness (7 complaints).
    12 cases, delay
    7 cases, rudeness
The most common types of complaint were lost letters (31%), followed by delay (22%).
    31% share_pct, lost letters
    22% share_pct, delay
Of the 80 complaints received, 40 were due to wet paint.
    80 received
    40 cases, wet paint
12% of complaints were about the tone of letters, up from 8% the year before.
    12% share_pct, tone of letters
    8% share_pct, 2018-19, tone of letters
There were 48 complaints. 5 were upheld and 20 related to parking.
    48 received
    5 upheld
    20 cases, parking
Complaints fell. Of those 1056 complaints, 92% were resolved at the first stage. This compares with 89% in 2018-19, and 91% in 2017-18.
    1056 received, stage 1
    92% share_pct, stage 1, resolved at the first stage
    89% share_pct, stage 1, 2018-19, resolved at the first stage
    91% share_pct, stage 1, 2017-18, resolved at the first stage
There were three Ombudsman investigations, so more than 97% of all complaints were settled locally.
    3 investigated, stage ombudsman
    97% share_pct, settled locally
We received 712 complaints, 12% more than the 636 received in 2018/19. In 2017/18 there were 690 and in 2016/17 there were 541.
    712 received
    12% received, difference
    636 received, 2018-19
    690 received, 2017-18
    541 received, 2016-17
Stage 1 complaints rose from 580 to 655, while Stage 2 complaints remained at 57.
    580 received, stage 1, 2018-19
    655 received, stage 1
    57 received, stage 2
Four complaints were referred to the Ombudsman, none of which was upheld.
    4 received, stage ombudsman
    0 upheld, stage ombudsman
There were 90 complaints. Of these, 58 were found to be justified and 22 were not justified; ten were withdrawn.
    90 received
    58 upheld
    22 not_upheld
    10 not_pursued
89% of complaints were answered within the target of ten working days, against 84% in 2018/19.
    89% in_target_pct
    84% in_target_pct, 2018-19
In 2019-20 the Council received 88 compliments across all services via the tracker.
    88 compliments
88% of customers giving feedback by phone rated the service they received as Good and only 3% of customers gave a Poor rating.
    88% share_pct, phone: Good
    3% share_pct, phone: Poor
Replies by email have improved, with 61% of customers rating their answer as good compared with 49% in 2018-19.
    61% share_pct, email: good
    49% share_pct, 2018-19, email: good
We also received 410 pieces of feedback and 93 positive comments through the kiosk.
    410 feedback
    93 feedback, positive comments
Although the data shows that the number of complaints responded to within target were low (35%), this will improve.
    35% in_target_pct
There had been 567 Stage 1 complaints. For Stages 1 and 2 together 85% were in time; a year earlier it was 78% (376 of 480).
    567 received, stage 1
    85% in_target_pct
    78% in_target_pct, 2018-19
    376 in_target, 2018-19
    480 decided, 2018-19
"""


@pytest.mark.parametrize(("text", "claims"), examples(READ_OF_THE_WHOLE), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_a_breakdown_in_a_sentence_is_read(text: str, claims: list[str]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(("text", "claims"), examples(READ_IN_A_SERVICE), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_in_the_section_of_a_service_its_teams_and_places_are_parts_of_it(text: str, claims: list[str]) -> None:
    assert told(text, service="Refuse", names=frozenset({"Refuse"})) == claims
