"""Sentences that only look as if they stated figures of the council."""

import pytest
from sentences import told

TRAPS = """
5 complaints were recorded as needing an inspection.
2) Improved letters in light of complaints made.
Data held from October 2019 suggests that 19% of all complaints were upheld and 77% were answered on time.
Complaints about bins fell. 30% of these were upheld.
Only one in five complaints was upheld, and one in every three was late.
Northvale Homes received 45 complaints, 12 more than last year.
Widget Delivery dealt with 45 complaints; 12 were upheld.
In Northvale there were 54 complaints, of which 20 were upheld.
The average time taken to complete a repair was 9 days, and complaints fell.
The target is to respond to complaints in an average of 10 working days.
On average complaints were acknowledged in 3 days.
We paid £8,650 in compensation that the Ombudsman ordered and £45,210 in compensation overall.
The Ombudsman recommended compensation of £250 in one case.
Councillor conduct complaints rose from 3 to 7, and complaints about swans fell by 40%.
The Customer Relations Team received 340 complaints.
Our uphold rate is lower than that of similar councils (64%), where the average uphold rate was 60%.
The top three causes of delay were staff sickness (12 days), strikes (3) and floods (1).
The main reasons for the increase were two storms and 14 new estates.
Twelve complaints were referred to the police.
The most common reason for a call was a lost card (45%).
Our main themes this year are kindness (1), pace (2) and candour (3).
88% of customers giving feedback by phone spoke to an officer within 3 minutes.
The main reasons for complaints might be delay (12) and noise (9).
Nationally, the most common reasons for complaint were delay (31%) and noise (12%).
Complaints to the regulator were about: water (31), gas (12).
The library lent 410 books, 93 of which were related to cookery.
There were 12 complaints about torn sacks. Five of these were upheld.
Of the 120 planning appeals, 30 were upheld.
The number of complaints has risen in 3 of the 5 wards.
We aim to answer 95% of complaints within 10 working days.
Complaints should be answered within 20 working days at stage 2.
There are 3 stages in our complaints process.
If 10 complaints were received in a month, two would be upheld.
Nationally, 67% of complaints were upheld.
The average uphold rate of similar authorities was 71%.
The service collects 30,000 bins a week and received many complaints.
The council received 4,300 planning applications in 2019/20.
The contact centre received 120,000 calls, 85% of which were answered within 5 minutes.
12 officers attended training on complaints.
The complaints team has 4 members and dealt with 2,300 emails.
See page 12 and table 3 for complaints at stage 2.
Complaint 19 002 891 was upheld on 27/02/20.
Call 01632 960 433 to make a complaint.
A budget of £50,000 was set aside for complaints handling.
The target is 90% of stage 1 complaints answered on time.
Our target of 85% was met.
The complaint was received on 12 March 2020 and closed on 3 April.
Around 11 cases out of every 20 are checked by a second reader.
The tenant made 3 complaints about the same matter.
Of 300 respondents, 45% said their complaint was handled well.
Satisfaction with complaint handling was 31%.
Stage 2 complaints are reviewed by one of 5 senior managers.
20 working days after a complaint is received, it is escalated to stage 2.
The Ombudsman issued 3 public reports about other councils.
The Ombudsman made 12 enquiries of the council.
There were 70 fewer complaints about noise than in 2018/19.
In 1998 the council received its first complaint.
The 2018 complaints policy was revised.
Neighbouring Northvale received 300 complaints.
Complaints policy (PDF, 312 KB)
Page ID 30067. Published: 3 July 2025.
1.5 million visits were made to our libraries.
There were 12 complaints about missed bins.
15 compliments and 20 suggestions were received from schools.
One complainant escalated three different complaints to the ICI, none of which were upheld.
Complaints fell during the summer, when 300 events took place.
Repairs fell from 300 to 200.
Following complaints, fines rose from £30 to £40.
The number of complaints could fall by 10% next year.
The council has 9 libraries; complaints about them are rare.
On average each complaint took 3 letters.
The team will review 50 complaints in 2020/21.
The 3 complaints procedures were merged into one.
Every month 2 complaints are sampled.
A complaint is closed after 28 days without reply.
Complainants have 12 months to complain to the Ombudsman.
The coast path was reopened after 5 months of work, and 178 new litter bins were installed.
Draft letters are now peer reviewed, and 439 standard paragraphs have been rewritten in plain English since 2020.
A full reply follows, normally within ten working days at the first stage and twenty at the second.
A residents' panel of 27 people met in May. Its 7 suggestions have been passed to the digital team.
The authority serves 62,000 residents, and roughly one household in five is not online, so forms remain available at 17 libraries.
Turnout at the last local election was 271 per thousand above the one before.
25 of the 30 recommendations made by the Ombudsman were completed.
65% of calls were answered within target and 80% on time.
Mr Smith made 14 complaints to the council in 2019/20.
The report was considered on 12 October; 7 members were present.
The percentage of calls answered within target was 35%.
The target for complaints answered on time is 95%.
The percentage of complaints about parking upheld was 35%.
The increase was due to the new team, with a further 9 visits a week.
"""


@pytest.mark.parametrize("text", TRAPS.strip("\n").split("\n"), ids=lambda text: text[:40])
def test_a_number_that_counts_no_complaints_of_the_council_is_no_figure(text: str) -> None:
    assert told(text) == []
