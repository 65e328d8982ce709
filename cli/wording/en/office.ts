/** An office: its beginning, its people, its profile, its backups. */
import type { English } from "../english.ts";
import type { office as chinese } from "../zh/office.ts";

export const office: English<typeof chinese> = {
  "init.about": "make an office on this machine",
  "init.profile": "a built-in profile ({names}) or a profile's file",
  "init.name": "the office's name, written into the profile",
  "init.admin": "the admin's name",
  "init.example": 'taizhang init --profile township --name "Qinghe Town" --admin "Wang Fang"',
  "init.is-joined":
    "{folder} is a workstation that joined an office. Use --office for another folder.",
  "init.done": "The office is ready: {folder}",
  "init.next": "Next: taizhang log KIND TITLE",
  "init.admin-default": "Admin",
  "daemon.about": "run the daemon on this machine, for the workstations",
  "daemon.port": "port",
  "daemon.local": "serve this machine only, not the network",
  "daemon.network":
    "Workstations on the network join by invitation (taizhang invite): {addresses} port {port}, encrypted",
  "daemon.local-only": "For this machine only.",
  "daemon.example": "taizhang daemon",
  "daemon.listening":
    "The daemon listens on 127.0.0.1:{port}; {count} operations. Ctrl+C stops it.",
  "daemon.listening_one":
    "The daemon listens on 127.0.0.1:{port}; {count} operation. Ctrl+C stops it.",
  "daemon.new-key":
    "There was no key in {folder} (tls), so a new one was made, which workstations that joined do not know. Restore the folder tls from a backup and start again, or let them come back: taizhang invite --returning",
  "daemon.stopped": "Stopped; everything is on the disk.",
  "daemon.cut":
    "What a write had left unfinished (from number {from}, {bytes} B, never acknowledged) was moved to {kept}.",
  "restore.about": "bring a voided record back",
  "restore.example": "taizhang restore abcdefgh-12",
  "restore.done": "Restored {id}",
  "member.about": "members",
  "member.add": "add a member, with a workstation folder on this machine",
  "member.add.example": 'taizhang member add "Li Min" --role staff',
  "member.name": "name",
  "member.role": "role: staff, leader or admin",
  "member.duty": "a duty; may be repeated",
  "member.same-name":
    'There is a member called "{name}" already. For another workstation of theirs: taizhang invite --name; if they are two people, tell them apart, as in "{name} (press)".',
  "member.added": 'Added {role} {name}. To act as them on this machine: --as "{name}"',
  "member.list": "list the members",
  "member.list.example": "taizhang member list",
  "member.change": "change role or duties, or mark as gone",
  "member.change.example": 'taizhang member change "Li Min" --role leader',
  "member.leave": "has left",
  "member.revoke": "a member leaves: none of their workstations is let in any more",
  "member.revoke.example": 'taizhang member revoke "Wang Fang"',
  "member.return": "is back",
  "member.changed": "Changed {name}",
  "member.inactive": "left",
  "profile.about": "the profile",
  "profile.check": "check whether a profile can be used",
  "profile.check.example": "taizhang profile check profile.yaml",
  "profile.file": "the profile's file",
  "profile.fine":
    "The profile is fine. Kinds: {kinds}, categories: {categories}, indicators: {indicators}",
  "profile.adopt": "adopt the edited profile; profile.yaml in the office's folder unless told",
  "profile.adopt.example": "taizhang profile adopt",
  "profile.adopted": 'Adopted the profile "{label}"',
  "profile.show": "print the profile in force",
  "profile.show.example": "taizhang profile show",
  "backup.about":
    "back up this machine's ledger folder, also while others write, and check the copy at once",
  "backup.example": "taizhang backup /media/usb",
  "backup.folder":
    "the folder that the backup goes into; backups/ in the ledger folder unless told",
  "backup.done": "Backed up and checked: {folder} (the journal up to line {seq}, files: {files})",
  "backup.keys":
    "It holds keys and tokens: keep it like the ledger folder itself, where nobody else can read it.",
  "backup.restore":
    "To restore: put this folder in the place of the ledger folder, then run taizhang verify.",
  "backup.nothing": "There is no ledger in {folder} to back up.",
  "backup.differs":
    "The backup was not kept: {file} is not what was copied. Run taizhang verify, then try another disk.",
  "verify.about": "read the journal anew from its first line; check the chain and every figure",
  "verify.example": "taizhang verify",
  "verify.progress": "checked {read} of {of}",
  "verify.fine":
    "The journal is whole. Lines: {lines}, declined: {declined}, files: {segments}. Tallies that equal their recount: {tallies}.",
  "verify.state": "state hash {hash}",
  "verify.copy-fine":
    "This copy is whole. Operations: {lines}, declined: {declined}. Chain and signatures hold.",
  "verify.unvouched-signature":
    "The signature of workstation {workstation} on operation {seq} is wrong: it did not write this.",
  "verify.unvouched-chain":
    "Operation {seq} does not follow the one before of workstation {workstation}: something is missing or was changed.",
  "verify.unvouched-missing":
    "From operation {seq} on nothing of workstation {workstation} is signed, though it came after the first invitation.",
  "verify.state-differs":
    "The ledger folded anew differs from the one in use. The journal is whole: delete ledger.json and start again.",
  "verify.tally-differs": '"{label}": {opened} in use, {anew} anew.',
  "demo.about": "play a real half-year in a temporary folder",
  "demo.plain": "no screens; print the tallies and the report",
  "demo.out": "write report, tallies and the office into this folder",
  "demo.example": "taizhang demo --plain --out demo",
  "demo.playing": "Playing January to June 2022: {done} of {of}",
  "demo.played": "{count} operations recorded, all through the daemon.",
  "demo.played_one": "{count} operation recorded, all through the daemon.",
  "demo.written": "Written to {folder}: report.txt, report.md, tallies.json, office/",
  "demo.not-empty": "{folder} is not empty; take another one.",
  "issue.date": "a day from 1990 to 2100 is wanted, like 2022-06-30",
  "issue.period": "a period is wanted, like 2022-H1",
  "issue.plain-text": "it holds control or invisible characters",
  "issue.blank": "it must not be blank",
  "issue.too-long": "it is too long",
  "issue.missing": "it is missing",
  "issue.invalid_type": "it is of another sort",
  "issue.at-least": "{least} or more is wanted",
  "issue.at-most": "{most} or less is wanted",
  "issue.other": "it does not fit",
  "damage.not-json": "it is no JSON",
  "damage.not-a-journal": "it is not the head of this journal",
  "damage.changed": "it was changed or damaged after it was written",
  "damage.too-short": "lines are missing from here on",
  "damage.other-number": "it has another number",
};
