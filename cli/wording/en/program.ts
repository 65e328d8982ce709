/** The program itself: help, options, what goes wrong, the frame of the screens. */
import type { English } from "../english.ts";
import type { program as chinese } from "../zh/program.ts";

export const program: English<typeof chinese> = {
  "program.about":
    "taizhang: one office keeps one ledger of its own work, and the half-year report writes itself.",
  "program.hint": "Without a command the screens open. How to use one: taizhang COMMAND --help",
  "help.usage": "Usage:",
  "help.arguments": "Arguments:",
  "help.options": "Options:",
  "help.global": "Global options:",
  "help.commands": "Commands:",
  "help.mandatory": "{about} (required)",
  "help.example": "Example:",
  "help.options-word": "[options]",
  "help.command-word": "[command]",
  "help.help": "show how to use it",
  "help.help-command": "show how to use a command",
  "help.version": "show the version",
  "option.office": "the office's folder (or TAIZHANG_OFFICE)",
  "option.as": "as which member (or TAIZHANG_MEMBER)",
  "option.lang": "language: zh or en",
  "option.json": "print JSON, for programs",
  "option.screen-reader": "screens as lines of text, for a screen reader (or TAIZHANG_PLAIN=1)",
  "option.date": "a day: 2022-06-30, 6-30, today, yesterday",
  "option.period": "a period: 2022-H1, 2022-Q2, 2022-06, 2022, 2022-01-01..2022-05-31",
  "option.reason": "the reason",
  "option.note": "a note",
  "option.unit": "unit; may be repeated or separated by commas",
  "option.mark": "mark; may be repeated or separated by commas",
  "option.place": "the place",
  "error.copy-not-whole":
    "The copy on this machine is not whole, so it cannot take over. Take another admin's workstation whose copy is (taizhang verify tells).",
  "screen.clock-ahead": "clock {by} ahead",
  "screen.clock-behind": "clock {by} behind",
  "clock.ahead":
    "This machine's clock is {by} ahead of the office machine's: the day that is offered may be wrong. Please set it.",
  "clock.behind":
    "This machine's clock is {by} behind the office machine's: the day that is offered may be wrong. Please set it.",
  "clock.minutes": "{count} minutes",
  "clock.minutes_one": "{count} minute",
  "clock.hours": "{count} hours",
  "clock.hours_one": "{count} hour",
  "clock.days": "{count} days",
  "clock.days_one": "{count} day",
  "screen.board": "Board",
  "screen.entry-form": "Log",
  "screen.ledger": "Ledger",
  "screen.checklists": "Positions",
  "screen.problems": "Problems",
  "screen.report": "Report",
  "screen.sync": "Sync",
  "screen.publications": "Texts",
  "screen.too-small":
    "The window is too small ({columns}x{rows}); make it {needColumns}x{needRows} or larger.",
  "mouse.on": "The mouse is on: click and scroll; hold Shift while dragging to copy text.",
  "mouse.off": "The mouse is off: drag to copy text; :mouse on turns it on again.",
  "command-line.open-quote": "A quote is not closed: add the other half.",
  "command-line.screens":
    "The screens are open already. Write a command behind the colon; Tab completes it.",
  "command-line.barred":
    "{name} cannot be run from within the screens. Press q, then run taizhang {name}.",
  "command-line.barred-option":
    "An office is open already: {name} cannot be used here. Press q first.",
  "command-line.pane": "{from}–{until} / {of}  ↑ ↓ scroll  Esc closes",
  "command-line.running": "Running :{line} …  Esc stops waiting",
  "command-line.not-waited": "No longer waiting for its result; what was begun goes on to its end.",
  "command-line.done": "Done: :{line}",
  "quit.waiting": "{count} not delivered yet; they go out when you open it next. Quit now?",
  "quit.waiting_one": "{count} not delivered yet; it goes out when you open it next. Quit now?",
  "first-steps.title": "New here? Three steps:",
  "first-steps.look": "1  Look at the board: how far each target is",
  "first-steps.log": "2  Log something: kind, title, Ctrl+S; or type :log {kind} title",
  "first-steps.report": "6  Read the report: its figures are counted, Enter shows where from",
  "first-steps.hide": "X  do not show this again",
  "confirm.choice": "y yes  any other key no",
  "screen.help-hint": "? keys  : command  q quit",
  "screen.form-hint": "Tab next  Ctrl+S save  Esc back",
  "screen.connected": "connected",
  "screen.disconnected": "no answer from the daemon; trying again, or quit and reopen",
  "screen.alone": "away from the office machine; work goes on and is sent later",
  "screen.update": "the office machine is newer: update this program",
  "screen.update-daemon": "the office machine is older than this program: update it",
  "screen.wrong-key": "that is not your office machine: nothing was sent",
  "screen.not-signed-in": "the office machine lets this workstation in no more: ask an admin",
  "screen.copied-workstation": "this workstation's folder is a copy: join anew",
  "screen.storage-failed":
    "the office machine's disk takes nothing more: tell whoever looks after it",
  "screen.failed": "talking with the office machine failed; it is tried again by itself",
  "screen.tray": "{count} late ones wait",
  "screen.tray_one": "{count} late one waits",
  "screen.waiting": "{count} to send",
  "screen.declined": "{count} declined",
  "screen.disputes": "{count} disputed",
  "screen.unknown": "{count} operations of a newer version: update this program",
  "screen.unknown_one": "{count} operation of a newer version: update this program",
  "wire.malformed-json": "The office machine could not read the request.",
  "wire.malformed": '"{path}" is not right: {issue}',
  "wire.too-large": "Too much at once; the limit is {limit} B.",
  "wire.not-signed-in":
    "The office machine does not know this workstation; ask the admin to add it again.",
  "wire.not-yours": "Only workstation {workstation} itself may send its operations.",
  "wire.role-required": "This takes the role {role}.",
  "wire.not-invited":
    "The invitation is not valid: used, revoked or older than 30 minutes. Ask for another one.",
  "wire.not-vouched": "It was not signed by this workstation's key, so nothing was recorded.",
  "wire.too-many-requests": "This machine asks too often; try again in {seconds} s.",
  "wire.too-many-attempts": "Too many wrong attempts; try again in {seconds} s.",
  "wire.other-past":
    "This copy and the office machine's ledger went different ways (it is at {seq}).",
  "wire.gap": "Operations are missing; go on from number {expected}.",
  "wire.copied-workstation":
    "Number {n} of workstation {workstation} exists twice: its folder seems to have been copied. Use it in one place only and add the other anew.",
  "wire.not-found": "Not found.",
  "wire.too-new": "The ledger only reaches number {seq}.",
  "wire.storage-failed":
    "The office machine's disk takes nothing more; nothing was recorded. Look at its free space, then start the daemon again.",
  "wire.internal": "The program on the office machine failed. Its output says more.",
  "error.no-office":
    "There is no office in {folder}. Join the one that your office has: taizhang join INVITATION; or make one: taizhang init --office {folder}",
  "error.no-workstation": 'This machine has no workstation of "{name}". There are: {names}',
  "error.no-workstation-here":
    "{folder} has no workstation folders (workstations), so nobody can act here. Restore them from a backup.",
  "error.identity-missing":
    "The workstation folders in {folder} (workstations) have no workstation.json, so nobody can act here. Restore them from a backup. If there is none, join anew with an invitation; what was not sent stays in those folders.",
  "error.is-joined":
    "{folder} is a workstation that joined; this is done at the office machine. If that one is gone for good, an admin's workstation takes its place: taizhang take-over.",
  "error.part-missing":
    "{file} is missing, and the ledger cannot be opened without it. Nothing was changed. Restore it from the newest backup. If there is none, an admin's workstation that joined can take this machine's place: taizhang take-over, there.",
  "error.identity-unreadable":
    "The workstation file {file} cannot be read. Restore it from a backup, or ask the admin to add the member again.",
  "error.nowhere":
    "No office machine was found on the network. See that it is on and runs taizhang daemon, or give its address with --address.",
  "error.unreachable": "No daemon answers at {address}.",
  "error.wrong-key":
    "The machine at {address} is not your office machine (another key); nothing was sent. If it was reinstalled, ask for a new invitation.",
  "error.lock-held":
    "Another program (process {pid} on {host}) has this office open. If the screens or the daemon are running, leave them first (q; Ctrl+C in the daemon's window) and try again. If you are sure that none is running, delete the file lock in the office's folder.",
  "error.log-broken":
    "Line {line} of journal/{file} is damaged ({reason}). Nothing was changed. Restore this file from a backup, then run taizhang verify.",
  "error.chain-broken":
    "From number {seq} on the journal does not follow what stands before it; it may have been changed. Nothing was touched. Restore the folder journal from a backup, then run taizhang verify.",
  "damage.replica":
    "This workstation's copy of the ledger is damaged: {place}. Nothing that was written here is lost by that. Move the folder {folder} elsewhere and start again: the copy comes anew from the office machine.",
  "damage.outbox":
    "What was written on this workstation is damaged: {place}. Nothing was changed. Restore the folder {folder} from a backup. If there is none, keep it (what was not sent yet stands in it as text) and join anew: taizhang join.",
  "error.newer-format":
    "{file} was written by a later release (format {version}); update this program first. Nothing was changed.",
  "error.access-unreadable": "{file} cannot be read; restore it from a backup.",
  "error.key-unreadable": "{file} cannot be read; restore it from a backup.",
  "error.office-exists": "There is an office in {folder} already.",
  "error.port-taken": "Port {port} is taken; choose another with --port.",
  "error.storage-failed":
    "The disk takes nothing more; nothing was recorded. Look at its free space, then start this program again.",
  "error.not-a-date": '"{text}" is no day. Write 2022-06-30, 6-30, today or yesterday.',
  "error.not-a-period":
    '"{text}" is no period. Write 2022-H1, 2022-Q2, 2022-06, 2022 or 2022-01-01..2022-05-31.',
  "error.not-a-number": '"{text}" is no whole number.',
  "error.none-named": 'There is no {word} called "{name}". {nearest}',
  "error.nearest": 'Did you mean "{name}"?',
  "error.several-named": '"{name}" may be: {names}. Write more of it.',
  "error.no-record": "There is no {word} {id}.",
  "error.file-missing": "There is no file {file}.",
  "error.file-unwritable": "{file} cannot be written: {reason}",
  "disk.ENOENT": "there is no such folder",
  "disk.ENOTDIR": "there is no such folder",
  "disk.EISDIR": "that is a folder; name a file in it",
  "disk.EACCES": "it is not allowed",
  "disk.EPERM": "it is not allowed, or another program has the file open",
  "disk.EBUSY": "another program has the file open",
  "disk.EROFS": "nothing can be written there",
  "disk.ENOSPC": "the disk is full",
  "disk.EDQUOT": "the space that this account may use is full",
  "disk.EIO": "the disk has a fault",
  "disk.ENAMETOOLONG": "the name is too long",
  "error.disk":
    "The disk refused: {reason}. What was recorded before is untouched. The program needs a folder that it can write in, also to read.",
  "error.disk-in":
    "The disk refused, in {folder}: {reason}. What was recorded before is untouched. The program needs a folder that it can write in, also to read.",
  "error.choice": '"{value}" will not do; there are: {choices}',
  "error.profile": "The profile has {count} faults:",
  "error.profile_one": "The profile has {count} fault:",
  "error.finding-line": "line {line}: {what}",
  "error.finding": "line {line}, {path}: {what}",
  "error.finding-no-line": "{path}: {what}",
  "error.unknown-option": "There is no option {name}.",
  "error.unknown-command": "There is no command {name}. All commands: {of} --help",
  "error.missing-command":
    "{of} needs to be told what to do: {commands}. How to use it: {of} --help",
  "error.missing-argument": "Argument <{name}> is missing; --help shows how to use it.",
  "error.missing-value": "Option {name} needs a value.",
  "error.missing-option": "Option {name} is needed.",
  "error.excess-arguments": "Too many arguments. Put text with blanks into quotes.",
  "error.unexpected":
    "Something unexpected happened: {what}. The data is untouched; please tell this sentence to whoever looks after the program.",
  "error.template": "Template line {line}, column {column}: {what}",
  "error.word-template": "The template has {count} places to mend; nothing was written:\n{list}",
  "error.word-template_one": "The template has {count} place to mend; nothing was written:\n{list}",
};
