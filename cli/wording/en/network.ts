/** The office on its network: joining, syncing, what waits for somebody. */
import type { English } from "../english.ts";
import type { network as chinese } from "../zh/network.ts";

export const network: English<typeof chinese> = {
  "invite.about": "invite a workstation: prints a code that lets one in, once, within 30 minutes",
  "invite.example": 'taizhang invite --name "Wang Fang" --role staff',
  "invite.address": "address of the office machine (repeatable)",
  "invite.out": "write the code to a file, for a stick",
  "invite.returning":
    "for workstations that joined and cannot connect: after a new key, or an older backup",
  "invite.returning-done":
    "For {count} minutes, every workstation that has joined this office and cannot connect may run this line to come back (any number of them; it lets nobody read, and nobody new in):",
  "invite.returning-done_one":
    "For {count} minute, every workstation that has joined this office and cannot connect may run this line to come back (any number of them; it lets nobody read, and nobody new in):",
  "invite.no-name":
    "Whom is it for? Give --name; for workstations that joined before, --returning.",
  "invite.qr": "show it as a QR code",
  "invite.no-qr": "no QR code",
  "invite.done": "The invitation for {name} ({count} minutes, one use). Run on that machine:",
  "invite.done_one": "The invitation for {name} ({count} minute, one use). Run on that machine:",
  "invite.written":
    "Written to {file}. Take it to that machine and run taizhang join --file {file} there.",
  "invite.address-unfit":
    '"{address}" has no place in an invitation: it holds three addresses like 192.168.1.10 at most. Any other is told when joining: taizhang join INVITATION --address {address}',
  "invite.no-address": "No network address of this machine was found: add --address when joining.",
  "invite.no-daemon":
    "No daemon serves the network. Run taizhang daemon on the office machine first.",
  "invite.other-role":
    "There is a member {name} with another role. Use member change to change it.",
  "invitation.about": "list and revoke invitations",
  "invitation.list": "list invitations that can still be used",
  "invitation.list.example": "taizhang invitation list",
  "invitation.revoke": "revoke an invitation",
  "invitation.revoke.example": "taizhang invitation revoke 3f2a91c0",
  "invitation.empty": "No invitation is open.",
  "invitation.minutes": "{count} minutes left",
  "invitation.minutes_one": "{count} minute left",
  "invitation.revoked": "Revoked.",
  "join.about": "join an office's ledger with an invitation",
  "join.example": "taizhang join TZ1QX-…",
  "join.invitation": "the invitation code",
  "join.file": "read the code from a file",
  "join.nothing-given":
    "Give the invitation: taizhang join INVITATION, or taizhang join --file FILE. An admin prints one at the office machine with taizhang invite.",
  "join.misread":
    "The code is not right: a character is wrong or missing. Check it, or ask for another one.",
  "join.is-office": "{folder} holds an office already. Use --office for another folder.",
  "join.copying": "Copying the ledger …",
  "join.done": "{name}: this machine has joined the ledger of {office} ({count} operations).",
  "join.done_one": "{name}: this machine has joined the ledger of {office} ({count} operation).",
  "join.is-joined":
    "This machine has joined already: {names}. Run taizhang to go on there, or taizhang sync to see how it stands.",
  "join.not-writing":
    'On this machine {writer} is writing unless told otherwise. To act as {name}: --as "{name}", or TAIZHANG_MEMBER.',
  "join.others":
    "There were workstations on this machine before: {names}. If one of them cannot connect, what it has not sent is still here: ask the admin to run taizhang invite --returning, and run taizhang join with that string here.",
  "join.back":
    "{office} knows the workstations here again: {names}. What waits is still here, and is sent now.",
  "join.handed-back": "The office machine got back {count} operations that it had lost.",
  "join.handed-back_one": "The office machine got back {count} operation that it had lost.",
  "join.nobody-to-return":
    "No workstation in {folder} has joined an office. This string is for those that have; for a new one, ask the admin to run taizhang invite --name.",
  "join.not-known":
    "The office machine does not know the workstations here: they are of another office, or were revoked. The admin sees them with taizhang device list.",
  "join.next":
    "Run taizhang to open the screens; work goes on without the network and is sent when it is back.",
  "take-over.about":
    "when the office machine is gone and there is no backup: this admin's workstation takes its place",
  "take-over.example": "taizhang take-over --yes",
  "take-over.yes": "the old office machine will not be used again",
  "take-over.confirm":
    "After this, this machine is the office machine, and the old one must not be used again even if it is repaired, or there are two ledgers. If there is a backup, restore that instead. To go on, add --yes.",
  "take-over.is-office": "{folder} is the office machine's own ledger already.",
  "take-over.looking": "Making sure that the office machine is gone…",
  "take-over.office-is-there": "The office machine is there and can be reached; nothing was done.",
  "take-over.copying": "Taking over…",
  "take-over.done": "This machine is the office machine now, with {count} operations.",
  "take-over.done_one": "This machine is the office machine now, with {count} operation.",
  "take-over.followed": "{count} of them had not been sent from here before, and are recorded now.",
  "take-over.followed_one":
    "{count} of them had not been sent from here before, and is recorded now.",
  "take-over.next":
    "Next:\n  taizhang daemon               start the daemon\n  taizhang invite --returning   in another window: a string for the other workstations\n  taizhang join STRING          on each of them; what they have and this machine lacks comes back",
  "renew-key.about":
    "give the office machine a new key; workstations follow by the old one's signature",
  "renew-key.example": "taizhang renew-key",
  "renew-key.known-to-others":
    "somebody else may have the old key: it signs nothing, and workstations come back with invite --returning",
  "renew-key.daemon-runs":
    "The daemon is running. Stop it in its window with Ctrl+C first, then renew the key.",
  "renew-key.done":
    "The key is renewed. Once taizhang daemon runs again, workstations follow by themselves, and invitations stay good.",
  "renew-key.done-alone":
    "The key is renewed, and the old one is good for nothing. Run taizhang daemon again, then taizhang invite --returning, and let every workstation come back with it; until then they go on working and send nothing.",
  "device.about": "list and revoke workstations",
  "device.list": "list all workstations",
  "device.list.example": "taizhang device list",
  "device.revoke": "revoke a workstation, a lost machine for instance",
  "device.revoke.example": "taizhang device revoke vpn34dwh",
  "device.id": "id of the workstation",
  "device.operations": "{count} operations",
  "device.operations_one": "{count} operation",
  "device.is-revoked": "revoked",
  "device.own": "this one",
  "device.not-own": "You cannot revoke the workstation you are using.",
  "device.revoked": "Workstation {id} is revoked; what it wrote stays.",
  "late.note": "Its period is locked: it waits in the tray for the leader.",
  "sync.kept":
    "Kept on this machine, {count} to be sent; it goes out by itself once the office machine is there.",
  "sync.kept-but": "Kept on this machine, {count} to be sent; {why}.",
  "sync.about": "sync with the office machine now, and say how it stands",
  "sync.example": "taizhang sync",
  "sync.progress": "Syncing …",
  "sync.done": "In sync: {count} operations.",
  "sync.done_one": "In sync: {count} operation.",
  "sync.at-office": "This is the office machine itself: nothing to sync.",
  "sync.away": "Not in sync: {why}. {count} to send, all kept on this machine.",
  "sync.declined":
    "{count} declined by the office machine, not counted; see them: taizhang tray list",
  "sync.declined_one":
    "{count} declined by the office machine, not counted; see it: taizhang tray list",
  "sync.is-office": "This is the office machine",
  "sync.connected": "Connected to the office machine {address}",
  "sync.since": "since {at}",
  "sync.folder": "Ledger folder: {folder}",
  "sync.last-backup": "Last backup: {at}, in {folder}",
  "sync.no-backup": "No backup yet. Press b to make one.",
  "sync.backing-up": "Backing up…",
  "sync.page-tray": "Tray",
  "sync.page-people": "People",
  "sync.page-devices": "Workstations and invitations",
  "sync.section-late": "Late",
  "sync.section-disputes": "Disputed",
  "sync.section-declined": "Declined",
  "sync.section-returned": "Late ones returned",
  "sync.section-waiting": "Not sent yet",
  "sync.late-why": "Its period is closed; the leader decides: a admits it, r returns it.",
  "sync.waiting-why": "Safe on this machine; sent by itself once the office machine is reached.",
  "sync.anew-entries":
    "Only plain entries can be filled in anew here. Do this one ({what}) again on its own screen.",
  "sync.returned-why": "The leader returned it: {reason}",
  "sync.needs-late": "Choose a late one first.",
  "sync.needs-dispute": "Choose a dispute first.",
  "sync.needs-declined": "Choose a declined one first.",
  "sync.needs-member": "Choose a person first.",
  "sync.needs-duty": "Choose a duty first.",
  "sync.needs-device": "Choose a workstation or an invitation first.",
  "sync.settled": "Settled {field} of {id}: {value}",
  "sync.drop-confirm": "List {id} no more? It is not in the ledger.",
  "sync.leave-confirm":
    "{name} leaves? None of their workstations can connect any more; what they wrote stays.",
  "sync.revoke-confirm":
    "Revoke workstation {id} ({name})? It cannot connect any more; what it wrote stays.",
  "sync.withdraw-confirm": "Take back the invitation for {name}?",
  "sync.return-title": "Return {id}",
  "sync.add-title": "Add a member, with a workstation on this machine",
  "sync.change-title": "Change {name}",
  "sync.invite-title": "Invite a new workstation",
  "sync.duties-hint": "several apart by commas",
  "sync.member-left": "{name} has left: press l to let them return first.",
  "sync.name": "Name",
  "sync.no-name": "Please give a name.",
  "sync.invite-at-office":
    "Invitations are made on the office machine: open the ledger there, or run taizhang invite.",
  "sync.add-at-office": "Members are added on the office machine, where their workstation is made.",
  "sync.no-room-for-qr": "The window is too small for the QR code; make it larger to see it.",
  "sync.once": "Shown this once, kept nowhere. Esc back",
  "sync.waiting": "{count} still to be sent.",
  "late.about": "the tray: what came after its period was closed",
  "late.list": "list what waits",
  "late.list.example": "taizhang late list",
  "late.empty": "Nothing waits in the tray.",
  "late.admit": "let it in, as a correction",
  "late.admit.example": "taizhang late admit abcdefgh-40",
  "late.admitted": "Admitted {id}",
  "late.return": "give it back, with a reason",
  "late.return.example": 'taizhang late return abcdefgh-40 --reason "logged already"',
  "late.returned": "Returned {id}",
  "tray.about": "what waits: late, disputed, declined, to send",
  "tray.list": "list everything that waits for somebody",
  "tray.list.example": "taizhang tray list",
  "tray.admit.example": "taizhang tray admit abcdefgh-40",
  "tray.return.example": 'taizhang tray return abcdefgh-40 --reason "recorded twice"',
  "tray.settle":
    "settle what two people wrote differently: keep what counts now, or take the other",
  "tray.settle.example": "taizhang tray settle abcdefgh-12 --take",
  "tray.field": "only this field (title, on, note …)",
  "tray.keep": "keep the value that counts now",
  "tray.take": "take the other value",
  "tray.drop": "put away what was declined or returned, once it was read",
  "tray.drop.example": "taizhang tray drop abcdefgh-12",
  "tray.late": "Late, waiting for the leader:",
  "tray.disputes": "Disputed, two people changed the same:",
  "tray.declined": "Declined, own operations that do not count:",
  "tray.returned": "Late and returned:",
  "tray.waiting": "To send: {count}; they go out by themselves.",
  "tray.waiting_one": "To send: {count}; it goes out by itself.",
  "tray.waiting-here": "To send: {count}, but this machine cannot send: {why}.",
  "tray.unknown":
    "{count} operations were written by a newer version; they are kept as they are. Update this program.",
  "tray.unknown_one":
    "{count} operation was written by a newer version; it is kept as it is. Update this program.",
  "tray.empty": "Nothing waits for anybody.",
  "tray.kept": "now: {value}",
  "tray.other": "other: {value} ({by})",
  "tray.about-void": "voided and amended at the same time ({by})",
  "tray.about-step": "two steps at the same time ({by})",
  "tray.not-disputed": "Nothing is disputed about {id}.",
  "tray.keep-or-take": "Say --keep (what counts now) or --take (the other).",
  "tray.settled": "Settled {id}",
  "tray.dropped": "{id} is put away",
};
