"""`python -m tests.mermaid`: every chart as JSON, for `parse.mjs`; `make mermaid` runs both."""

import json
import sys

from tests.mermaid.fences import fresh_fences, hostile_fences, written_fences

fences = [*written_fences(), *fresh_fences(), *hostile_fences()]
json.dump([fence._asdict() for fence in fences], sys.stdout)
