"""The due date of a task, written in the form of the Tasks plugin or in Dataview's (`taskFormat` in its settings).

write_due("Call [[Ada]]", "2026-06-05")              ->  "Call [[Ada]] 📅 2026-06-05"
write_due("Call [[Ada]]", "2026-06-05", "dataview")  ->  "Call [[Ada]]  [due:: 2026-06-05]"
"""

from vaultnet.text.checkbox import TaskForm, parse_task


def write_due(words: str, due: str, form: TaskForm = "emoji") -> str:
    """The words of a new task with the day by which it is to be done; a day that is there already stays."""
    if parse_task(words).due:
        return words
    return f"{words} 📅 {due}" if form == "emoji" else f"{words}  [due:: {due}]"
