"""Whom one does not think of at once: questions for a category of the list that is thin (P8).

drive_prompt("relatives")  ->  "Relatives: the distant aunt, the cousin you met at the last wedding, ..."
"""

_PROMPTS = {
    "relatives": "Relatives: the distant aunt, the cousin you met at the last wedding, your partner's side.",
    "friends": "Friends: whom you travelled with, whose wedding you were at, the friend of a friend you took to.",
    "colleagues": "Colleagues: who sits on another floor, who joined when you did, whom do you meet in the kitchen?",
    "former_colleagues": "Former colleagues: your first boss, the one who left before you, who works where you would?",
    "business": "Business: a client who said thank you, a supplier you liked to ring, the one across the table.",
    "alumni": "School and studies: someone you studied with, a teacher, whoever plans the reunion.",
    "mentors": "Mentors: who gave you advice that you still use, and whom have you given some?",
    "neighbours": "Neighbours: next door, the house you lived in before, the parents from the playground.",
    "community": "Groups: the choir, the club, the association; whom you help with something, who helps with you?",
}  # fmt: skip


def drive_prompt(category: str) -> str:
    """The question for a category; "" for one that nobody can be asked for."""
    return _PROMPTS.get(category, "")
