"""The article behind the project, entry by entry: all that it names. It is no act, and asks nothing of anybody by
itself. Where no rule rests on an entry, it says what stands in its place, or why nothing does."""

from prcomm.core.sources.citations import Basis, Source
from prcomm.law.texts import articles

SOURCE_ARTICLE = Source(
    "Source article",
    "The article behind the project",
    articles=articles("""
1. The system of internal affairs bodies
    It carries out intense, highly responsible work for citizens' peace and public safety, and serves the interests of
    state and citizens.
    No rule: the bodies of the system are the offices of files.
2. Peace of citizens and public safety
    The direct purpose of the system.
    No rule: a goal; no act measures peace.
3. Relations and constant dialogue with public and citizens
    An important direction of improving the bodies.
    No rule: dialogues are cited by what the tasks say of them.
4. Open, transparent and free dialogue
    The basis on which the system engages the population.
    No rule: a principle, measured over files.
5. Rights, needs and interests secured
    Dialogue influences this work well.
    No rule: an effect of dialogue on other work, which no file shows.
6. A good image
    Built through close ties with public and citizens.
    No rule: an image is not a rule; what is counted of the principles stands for it.
7. A democratic state of law, social stability
    Why relations with the public matter.
    No rule: it says why the article was written, and asks nothing of anybody.
8. A quotation of the President
    Security, territorial integrity and peace; the reform of internal affairs bodies is a priority.
    No rule: a quotation; it sets a task for the whole reform, and none for a file.
9. Agencies and organisations of the system
    All must build constant close links with the wide public.
    No rule: the kinds of press service.
10. Interested parties
    Constant dialogue with them on tasks, joint action and cooperation in society's interest.
    No rule: a meeting is cited by the tasks.
11. The resolution of 20.01.2023, paragraph 6
    It creates the system of public oversight of internal affairs bodies.
    No rule: the resolution itself is cited.
12. Public oversight
    A system, and a direction that paragraph 6 names.
    No rule: public oversight rests on its acts.
13. The ministry and its territorial divisions
    Where councils are set up.
    No rule: councils and press services rest on acts.
14. Public councils
    Permanent, voluntary, advisory.
    No rule: public councils rest on acts.
15. A council's nature
    An advisory body, permanent, on a public basis.
    No rule: public councils rest on acts.
16. Their members
    Scholars of the field, veterans, journalists.
    No rule: who a member is, a membership says.
17. Coordinating the direction of activity
    What relations with the public do for any organisation in the information society.
    No rule: the agenda of the department is computed.
18. Mass communication
    A means of relations with the public.
    No rule: a family of channels.
19. Wide-coverage media
    A means of relations with the public.
    No rule: a family of channels.
20. Television and radio programmes
    A means of relations with the public.
21. Online communication
    A means of relations with the public.
    No rule: a family of channels.
22. Other information channels
    A means of relations with the public.
    No rule: a family of channels.
23. Bodies and their officers
    Should use new channels of communication productively.
    No rule: channels rest on other entries.
24. Innovative programmes
    Introduced to carry out the policy of peace and stability.
25. Democratic principles at every stage
    Relations with the public have stages, and each rests on democratic principles.
26. Social self-government, social gaps removed
    A quoted aim of governing social and political life.
    No rule: a quoted aim of politics, wider than any office.
27. Enlightenment, education, spirituality
    How an agency takes part in social relations.
    No rule: an aim of education, which no process of an office reaches.
28. Serving the public on a scientific basis
    A necessity, as the article states it.
    No rule: a stated necessity; the library as a whole is the attempt.
29. Competence in relations with the public
    Improving it affects order and safety in territories.
30. What relations with the public are
    A function of management with special status, professional, of high legal status; it keeps constant effective ties
    with citizens and institutions of civil society, and protects socially oriented interests.
    No rule: a definition; what it is made of has entries of its own.
31. Institutions of civil society
    Partners of relations with the public.
    No rule: a meeting is cited by the tasks.
32. Better image and results
    The effect of planned work.
    No rule: a goal; what can be counted of it is counted of the principles.
33. Timely delivery of information
    In every territory, on large-scale activity of the bodies.
    No rule: releases rest on the resolution.
34. A constant demand for information
    Meeting it is a service to citizens.
    No rule: requests rest on laws.
35. An aspect of modern management
    What improving relations with the public is.
    No rule: it says of what the work is a part, and asks for nothing.
36. A resolution of the Cabinet
    It creates the department. The article gives no number; it is 882 of 30.10.2017.
    No rule: the resolution itself is cited.
37. The department
    For relations with public and media, at the ministry.
    No rule: its name is a dated value.
38. The first task, its first part
    Coordinating how information accompanies the work; not surveillance.
    No rule: the agenda of the department is computed.
39. The first task, its second part
    Meetings and briefings of officials with institutions of civil society and the public.
40. The first task, its third part
    Open, direct dialogues with citizens on public safety and law and order.
41. Who takes part
    Officials and representatives of the public.
    No rule: participants are a role.
42. The second task
    Timely reliable information, complex measures and conditions, on prevention of offences, public order and the fight
    against crime.
    No rule: releases rest on the resolution.
43. The third task, its first part
    Organisational and methodical help to the press services of territorial bodies.
44. Territorial press services
    They receive the help.
    No rule: a kind of press service.
45. The third task, its second part
    Firm cooperation with the public and with representatives of media is to be secured.
    No rule: a principle, measured over files.
46. What oversight is for
    Effective oversight makes the work professional, clearly directed and efficient, since the service is broad and
    complex.
    No rule: a goal of public oversight.
47. A risk
    Some kinds of crime grow, with global influence, and raise the responsibility of officers.
    No rule: a risk; it is a reason to act, and nothing that is done.
48. Prevention
    People-friendly methods and technologies of preventing offences: instructions to officers.
49. A humane state of law
    The direction of efforts.
    No rule: a goal of the state, and no act of an office.
50. Transparent, democratic methods
    So the service works.
    No rule: a principle, measured over files.
51. Composure
    In any conflict situation.
52. Openness
    The first of six principles.
    No rule: a principle, measured over files.
53. Transparency
    The second.
    No rule: a principle, measured over files.
54. Accessibility
    The third.
    No rule: a principle, measured over files.
55. Mutual understanding
    The fourth.
    No rule: a principle, measured over files.
56. Cooperation
    The fifth.
    No rule: a principle, measured over files.
57. Feedback is mandatory
    A principle of relations with the public, with advanced technologies.
58. Structures, step by step
    How the work is rolled out: structures are created and it becomes an institution.
    No rule: a press service is set up under an act.
59. High quality
    Of the work, as a service to citizens, society and its institutions.
    No rule: a review is computed.
60. Responsible officers
    Communicativeness is an inseparable trait of their professional activity.
    No rule: who speaks is charged under a house rule.
61. High responsibility
    To population and public.
    No rule: a virtue; its trace is every guard that asks for a named person.
62. Utmost caution
    Good relations are not harmed in dealing with people, the public and other organisations.
    No rule: a virtue; its trace is what a release is asked before it goes out.
63. Stability in common work
    The result of applying these powers.
    No rule: an outcome of all powers together, which nothing counts.
"""),
    basis=Basis.REPORTED,
    unit="entry",
)

SOURCES = (SOURCE_ARTICLE,)
