"""The safeguards that `make mutate` takes away one at a time (`tests/mutate.py`), each with a test that must notice.

"swap back": Mutation("storage/replace_note.py", "            job.calls.exchange(...", "", "tests/storage/test_commit_races.py::...")
"""

from typing import NamedTuple


class Mutation(NamedTuple):
    """In `file` (below vaultnet/) the text `old`, which stands there once, becomes `new`; then `test` must fail."""

    file: str
    old: str
    new: str
    test: str


_RACES = "tests/storage/test_commit_races.py"
MUTATIONS: dict[str, Mutation] = {
    "fsync of the note": Mutation(
        "storage/temporary.py",
        "        calls.fsync(fd)\n",
        "",
        "tests/promises/test_d04_written_survives.py::test_d4_all_is_on_the_disk_when_the_command_ends[log]",
    ),
    "fsync of its folder": Mutation(
        "storage/replace_note.py",
        "        job.calls.fsync(place.folder)\n        job.recovery.take",
        "        job.recovery.take",
        "tests/promises/test_d04_written_survives.py::test_d4_all_is_on_the_disk_when_the_command_ends[snooze]",
    ),
    "fsync of the journal": Mutation(
        "storage/journal.py",
        "                self.calls.rename(draft, file)\n                self._sync_folder()\n",
        "                self.calls.rename(draft, file)\n",
        "tests/promises/test_d04_written_survives.py::test_d4_all_is_on_the_disk_when_the_command_ends[log]",
    ),
    "compare before": Mutation(
        "storage/write_job.py",
        "    if opened.note.data != job.base:\n",
        "    if False:\n",
        "tests/storage/test_commit.py::test_a_changed_or_vanished_note_is_not_written",
    ),
    "compare after": Mutation(
        "storage/write_job.py",
        "    if read_with_status(Place(place.folder, name), job.calls).note.data != job.base:\n",
        "    if False:\n",
        f"{_RACES}::test_a_save_in_the_last_instant_stays_in_the_note",
    ),
    "swap back": Mutation(
        "storage/replace_note.py",
        "            job.calls.exchange(place.folder, temporary, place.folder, place.name)\n            dispose",
        "            dispose",
        f"{_RACES}::test_a_save_in_the_last_instant_stays_in_the_note",
    ),
    "prose that is what was said": Mutation(
        "storage/reworded.py",
        "origin IN ('heading', 'yaml')",
        "origin = 'yaml'",
        "tests/storage/test_reworded.py::test_where_prose_or_its_length_matters_the_note_is_read",
    ),
    "prose that parts what is indented from its list": Mutation(
        "text/frame.py",
        "        if body[end + 1 : end + 2] in _INDENTED:",
        "        if not end:",
        "tests/text/test_frame.py",
    ),
    "lines that follow an edit of prose": Mutation(
        "app/generate.py",
        '    data["payload"] = with_lines_moved(data["payload"], steps_by_path)\n',
        "",
        "tests/frontends/test_agenda_after_edits.py",
    ),
    "quiet rule": Mutation(
        "storage/quiet.py",
        "    while watched < quiet and not is_quiet(stamp, quiet, calls):\n",
        "    while False:\n",
        f"{_RACES}::test_a_fresh_save_is_waited_for",
    ),
    "alias guard of the editor": Mutation(
        "text/frontmatter_layout.py",
        '        if node.anchor or node.tag or node.kind == "alias":\n',
        "        if False:\n",
        "tests/text/test_frontmatter_edit.py",
    ),
    "alias guard of the reader": Mutation(
        "text/yaml_guard.py",
        '    if ("&" in block or "*" in block or "!" in block) and _NODE_PROPERTY.search(block):\n',
        "    if False:\n",
        "tests/text/test_yaml_reader_hostile.py",
    ),
    "id of an absorbed tick": Mutation(
        "edits/absorb.py",
        "            if tick.key in read_absorbed(document):\n",
        "            if False:\n",
        "tests/edits/test_absorb.py",
    ),
    "id of a merged line": Mutation(
        "text/three_way/pairing.py",
        "    return found.key if found else None\n",
        "    return None\n",
        "tests/promises/test_d10_absorbed_once.py",
    ),
    "journal first": Mutation(
        "app/apply.py",
        "                _commit(root, change, one, recovery, own, looks)\n",
        "                step.file.rename(step.file.with_suffix('.late'))\n"
        "                _commit(root, change, one, recovery, own, looks)\n"
        "                step.file.with_suffix('.late').rename(step.file)\n",
        "tests/promises/test_d03_whole_files.py::test_d3_killed_between_two_notes",
    ),
    "taking back": Mutation(
        "storage/undo.py",
        "    _take_back(root, journal, step, step.images, recovery)\n",
        "",
        "tests/promises/test_d23_refused_by_the_disk.py::test_d23_the_last_of_several_notes_is_refused",
    ),
    "the next command looks": Mutation(
        "app/settled_scan.py",
        "    if not found.leftovers and not has_unfinished_steps(root):\n",
        "    if True:\n",
        "tests/promises/test_d03_whole_files.py::test_d3_killed_between_two_notes",
    ),
    "sweep of leftovers": Mutation(
        "storage/leftovers.py",
        "        calls.unlink(place.name, dir_fd=place.folder)\n",
        "        pass\n",
        "tests/storage/test_kill.py::test_killed_anywhere_in_a_step",
    ),
    "writers' lock": Mutation(
        "storage/writer_lock.py",
        "    while not take_lock(fd):\n",
        "    while False:\n",
        "tests/storage/test_kill.py::test_the_lock_is_for_one",
    ),
    "vanished notes": Mutation(
        "storage/refresh.py",
        "    if missing > max(_FEW, expected // 10):\n",
        "    if False:\n",
        "tests/storage/test_refresh.py",
    ),
    "faulty notes are not written": Mutation(
        "text/document.py",
        "        return not any(problem.blocks_writing for problem in self.problems)\n",
        "        return True\n",
        "tests/promises/test_d02_broken_notes.py",
    ),
    "inert CSV": Mutation(
        "exchange/csv_cell.py",
        '    return f"\'{text}" if text.startswith(_FORMULA) else text\n',
        "    return text\n",
        "tests/frontends/test_export_tables.py",
    ),
    "trust": Mutation(
        "storage/trust.py",
        "    return _read_trust().get(os.path.realpath(root)) == tree.digest\n",
        "    return True\n",
        "tests/storage/test_trust.py",
    ),
    "private folders": Mutation(
        "storage/state_folder.py",
        "        folder.mkdir(parents=True, exist_ok=True, mode=0o700)\n        if folder.stat().st_mode & 0o077:\n"
        "            folder.chmod(0o700)\n",
        "        folder.mkdir(parents=True, exist_ok=True)\n",
        "tests/storage/test_journal.py::test_everything_is_private",
    ),
    "private journal": Mutation(
        "storage/journal.py",
        "        fd = self.calls.open(draft, _NEW, 0o600)\n",
        "        fd = self.calls.open(draft, _NEW, 0o644)\n",
        "tests/storage/test_journal.py::test_everything_is_private",
    ),
    "seal of the index": Mutation(
        "storage/index.py",
        "    return stamp is None or stamp == _read_seal(path)\n",
        "    return True\n",
        "tests/storage/test_index.py::test_a_damaged_index_is_made_anew",
    ),
    "a command at work is let be": Mutation(
        "storage/writer_lock.py",
        "        is_ours = take_lock(fd)\n",
        "        is_ours = True\n",
        "tests/promises/test_d03_next_command.py::test_d3_a_step_that_is_being_written_now_is_nobodys_to_take_back",
    ),
    "what was changed since stays": Mutation(
        "storage/undo.py",
        "        if _digest(now) == image.after and image.before != image.after:\n",
        "        if now is not None and image.before != image.after:\n",
        "tests/promises/test_d23_refused_by_the_disk.py::test_d23_taking_back_leaves_what_somebody_saved_meanwhile",
    ),
    "no symlink on the way": Mutation(
        "storage/beneath.py",
        "        return calls.open(name, FOLDER | os.O_NOFOLLOW, dir_fd=folder)\n    except",
        "        return calls.open(name, FOLDER, dir_fd=folder)\n    except",
        "tests/storage/test_commit.py::test_nothing_is_written_outside",
    ),
    "no way up": Mutation(
        "storage/beneath.py",
        'any(part in {"", ".", ".."} or',
        "any(not part or",
        "tests/storage/test_commit.py::test_nothing_is_written_outside",
    ),
    "hard links": Mutation(
        "storage/write_job.py",
        "    if opened.status.st_nlink > 1:\n",
        "    if False:\n",
        "tests/storage/test_commit.py::test_hard_links_and_folders_are_refused",
    ),
    "mode": Mutation(
        "storage/looks.py",
        "    calls.fchmod(fd, looks.mode)\n",
        "",
        "tests/promises/test_d22_what_a_file_is.py::test_d22_the_mode_is_kept_by_every_kind_of_write",
    ),
    "mode of a renamed note": Mutation(
        "storage/create_note.py",
        ", like=job.looks)",
        ", like=None)",
        "tests/promises/test_d22_what_a_file_is.py::test_d22_what_was_closed_to_others_stays_so_under_a_new_name",
    ),
    "git at work": Mutation(
        "storage/write_job.py",
        "        if operation is not None:\n",
        "        if False:\n",
        "tests/promises/test_d03_next_command.py::test_d3_who_reads_is_answered_where_nothing_can_be_put_right[git]",
    ),
    "quiet rule of watch": Mutation(
        "frontends/watch/caretaker.py",
        "        return self.own.seconds_until_free(path, self.settings.quiet)\n",
        "        return 0.0\n",
        "tests/frontends/test_watch.py::test_d5_watch_lets_a_note_rest_that_was_saved_a_moment_ago",
    ),
    "what an early look owes": Mutation(
        "frontends/watch/loop.py",
        "(self._eyes.has_news() or self._caretaker.owes_look)",
        "self._eyes.has_news()",
        "tests/frontends/test_watch_prepared.py::test_who_asks_in_between_is_answered_with_what_was_read_early",
    ),
    "an early look taken back": Mutation(
        "frontends/watch/caretaker.py",
        "            if dirty and self.is_ahead:\n",
        "            if False:\n",
        "tests/frontends/test_watch_prepared.py::test_what_happens_after_an_early_look_is_looked_at_too",
    ),
    "code of yesterday": Mutation(
        "storage/answering.py",
        "if self.is_outdated or not (",
        "if not (",
        "tests/storage/test_own_code.py::test_after_an_upgrade_nobody_is_answered",
    ),
    "a moved HEAD": Mutation(
        "frontends/watch/gate.py",
        "        if head != self._head:\n",
        "        if False:\n",
        "tests/frontends/test_watch.py::test_a_moved_head_is_left_time",
    ),
    "conflict copies": Mutation(
        "storage/scan.py",
        "    return find_conflict_copies(names)\n",
        "    return find_conflict_copies(())\n",
        "tests/promises/test_d15_conflict_copies.py::test_d15_copies_are_no_people_and_every_command_leaves_them",
    ),
    "placeholders": Mutation(
        "storage/scan.py",
        "            if not status.st_blocks and status.st_size:\n",
        "            if False:\n",
        "tests/promises/test_d20_elsewhere.py",
    ),
    "the same key twice is a conflict": Mutation(
        "text/three_way/merge_properties.py",
        "        lines = _merge_lines(*versions)\n",
        "        lines = _merge_lines(*versions) or (versions[1].lines if versions[1] else ())\n",
        "tests/text/three_way/test_merge_properties.py",
    ),
    "both values in a conflict": Mutation(
        "text/three_way/conflict_form.py",
        '    return (*mine, f"{renamed}{value}", *theirs.lines[1:])\n',
        "    return mine\n",
        "tests/text/three_way/test_conflict_form.py",
    ),
    "done wins over open": Mutation(
        "text/three_way/task_line.py",
        '_MARK_ORDER: Final = " ->x"',
        '_MARK_ORDER: Final = "x>- "',
        "tests/text/three_way/test_merge_versions.py",
    ),
    "depth of the front matter": Mutation(
        "text/yaml_guard.py",
        "    return _find_depth(block)\n",
        "    return None\n",
        "tests/text/test_yaml_reader_hostile.py",
    ),
    "limits of a template": Mutation(
        "storage/render_worker.py",
        "        resource.setrlimit(what, (ours, ours))\n",
        "        resource.getrlimit(what)\n",
        "tests/storage/test_templates.py::test_the_limits_hold_in_the_worker",
    ),
    "doors of git shut": Mutation(
        "storage/git.py",
        '    "-c", "core.fsmonitor=false",\n    "-c", f"core.hooksPath={os.devnull}",\n',
        "",
        "tests/promises/test_s01_git.py::test_s1_no_command_runs_what_a_repository_names",
    ),
    "no network unasked": Mutation(
        "frontends/cli/commands/news.py",
        "dry_run=dry_run) if fetch else None\n",
        "dry_run=dry_run)\n",
        "tests/frontends/test_no_network.py::test_s6_fetching_is_what_the_guard_would_see",
    ),
    "safe for a terminal": Mutation(
        "frontends/cli/output.py",
        '    return _UNSAFE.sub(lambda found: "\\ufffd" if found[1] else "", text)\n',
        "    return text\n",
        "tests/promises/test_s01_strangers_vault.py::test_s1_s2_s8_every_command_in_a_strangers_vault",
    ),
}
