import { Box } from "ink";
import { useState } from "react";
import { makeBackup } from "../../../commands/backup.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { findDeclinedEntry } from "../../../reading/declined-entry.ts";
import { HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { useRemembered } from "../../remembering.ts";
import { findBinding } from "../../ui/key-map.ts";
import { ListView } from "../../ui/list.tsx";
import { Rule, Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { type ListPlace, useList } from "../../ui/use-list.ts";
import { wrap } from "../../ui/width.ts";
import { useAllowed } from "../../use-allowed.ts";
import { bad, good } from "../../use-submit.ts";
import { type SyncForm, SyncFormView } from "./forms.tsx";
import type { Made } from "./invitation.tsx";
import { isOnPage, keysFor, type Page, pages, type SyncDoes, syncKeys } from "./keys.ts";
import { rowLine, rowWords } from "./row-lines.ts";
import type { SyncRow } from "./rows.ts";
import { Status, statusLines } from "./status.tsx";
import { usePeople } from "./use-people.ts";
import { useSettling } from "./use-settling.ts";
import { useFocus, useLastBackup, useRows } from "./use-sync.ts";

const wordLines = 4;

/** How this workstation stands, what waits for somebody, and who and what may write here. */
export function SyncScreen(props: ScreenProps) {
  const { width, height, isActive, focus, onNotice, onOpen } = props;
  const { wording, workstation, folder, now } = useOffice();
  const { ledger } = useLedger();
  const { say } = wording;
  const [page, pageNow, setPage] = useLatestState<Page>("tray", useRemembered("sync.page", focus));
  const [over, setOver] = useState<SyncForm>();
  const [round, setRound] = useState(0);
  const rows = useRows(page);
  const below = page === "tray" && rows.length > 0 ? wordLines + 1 : 0;
  const listed = height - statusLines - below - 2;
  const place = useRemembered<ListPlace>("sync.place", focus);
  const begin = rows.find((row) => !isHeading(row));
  const follow = { keyOf, isHeading, first: begin && keyOf(begin) };
  const list = useList(rows, listed, isActive && !over, follow, place);
  useFocus(list, rows, focus);
  const settling = useSettling(onNotice);
  const people = usePeople(onNotice);
  const refuses = useAllowed();
  const last = useLastBackup(round);
  const close = () => setOver(undefined);
  // At the office machine itself nothing is put away: what was returned there stays listed.
  const chosen = list.chosen?.type;
  const aboutRow = chosen === "returned" && !workstation.joined ? undefined : chosen;

  async function backUpNow() {
    onNotice({ text: say("sync.backing-up"), tone: "quiet" });
    try {
      const done = await makeBackup({ folder, now }, undefined);
      onNotice(good(`${say("backup.done", { ...done })} ${say("backup.keys")}`));
      setRound(round + 1);
    } catch (error) {
      onNotice(bad(sayFailure(wording, error).sentence));
    }
  }
  /** A duty stands below whoever it is. */
  const memberOf = (row: SyncRow | undefined) =>
    row?.type === "duty"
      ? ledger.members.get(row.duty.member)
      : row?.type === "member"
        ? row.member
        : undefined;
  async function invite(row: SyncRow | undefined) {
    if (!people.atTheOffice) return onNotice(bad(say("sync.invite-at-office")));
    if (row?.type !== "member") return setOver({ view: "invite" });
    show(await people.invite(row.member.id));
  }
  function show(made: Made | string) {
    if (typeof made === "string") onNotice(bad(made));
    else setOver({ view: "invited", made });
  }
  /** The entry form has fields for entries; everything else is done again where it was done. */
  function anew(row: SyncRow | undefined) {
    if (row?.type !== "declined") return settling.wrongRow("declined");
    if (findDeclinedEntry(row.declined)) return onOpen({ screen: "entry-form", focus: row.id });
    const { type } = row.declined.operation;
    const what = wording.find(`operation.${type}`) ?? type;
    onNotice({ text: say("sync.anew-entries", { what }), tone: "quiet" });
  }
  function act(does: SyncDoes | undefined) {
    if (does === undefined || !isOnPage(does, pageNow())) return;
    const why = refuses(syncKeys.find((key) => key.does === does) ?? {});
    if (why !== undefined) return onNotice(bad(why));
    const row = list.now();
    switch (does) {
      case "admit":
        return void settling.admit(row);
      case "return":
        return row?.type === "late" ? setOver({ view: "return", row }) : settling.wrongRow("late");
      case "keep":
      case "take":
        return void settling.settle(row, does === "take");
      case "drop":
        return void settling.drop(row);
      case "anew":
        return anew(row);
      case "add-member":
        if (!people.atTheOffice) return onNotice(bad(say("sync.add-at-office")));
        return setOver({ view: "add" });
      case "change-member":
        return row?.type === "member"
          ? setOver({ view: "change", row })
          : settling.wrongRow("member");
      case "assign-duty": {
        const member = memberOf(row);
        return member ? setOver({ view: "assign-duty", member }) : settling.wrongRow("member");
      }
      case "end-duty":
        return row?.type === "duty"
          ? setOver({ view: "end-duty", duty: row.duty })
          : settling.wrongRow("duty");
      case "leave":
        return void settling.leave(row);
      case "invite":
        return void invite(row);
      case "revoke":
        return void settling.revoke(row);
      case "back-up":
        return void backUpNow();
    }
  }
  useKeys(
    (input, key) => {
      if (key.tab) {
        const by = key.shift ? pages.length - 1 : 1;
        const next = pages[(pages.indexOf(pageNow()) + by) % pages.length];
        if (next) setPage(next);
        return list.choose(0);
      }
      for (const one of input.length > 1 ? input : [input]) act(findBinding(syncKeys, one, key));
    },
    { isActive: isActive && !over },
  );

  if (over) {
    return (
      <SyncFormView
        {...props}
        {...{ people, settling }}
        form={over}
        onClose={close}
        onMade={show}
      />
    );
  }
  const words = list.chosen ? rowWords(wording, ledger, list.chosen) : [];
  return (
    <Box flexDirection="column" height={height}>
      <Status last={last} width={width} />
      <Pages page={page} />
      <Box flexDirection="column" height={listed}>
        {rows.length === 0 ? <Text color={theme.good}>{` ${say("tray.empty")}`}</Text> : null}
        <ListView
          list={list}
          width={width}
          rowKey={keyOf}
          line={(row) => rowLine(wording, ledger, row)}
        />
      </Box>
      {below > 0 ? <Words words={words} width={width} /> : null}
      <HintLine
        hints={[{ keys: "Tab", says: "key.next-page" }, ...keysFor(page, aboutRow)]}
        width={width}
      />
    </Box>
  );
}

/** All that is to be said of the chosen row: both values, a reason. */
const Words = ({ words, width }: { readonly words: readonly string[]; readonly width: number }) => (
  <Box flexDirection="column" height={wordLines + 1}>
    <Rule cells={width} />
    {words
      .flatMap((text) => wrap(text, width - 2))
      .slice(0, wordLines)
      .map((line) => (
        <Text key={line} wrap="truncate">{` ${line}`}</Text>
      ))}
  </Box>
);

const isHeading = ({ type }: SyncRow): boolean => type === "section";

/** One record may be disputed in several fields. */
function keyOf(row: SyncRow): string {
  if (row.type === "section") return row.section;
  if (row.type !== "dispute") return `${row.type} ${row.id}`;
  const { about, seq } = row.conflict;
  return [row.id, seq, about === "field" ? row.conflict.field : about].join(" ");
}

function Pages({ page }: { readonly page: Page }) {
  const { wording } = useOffice();
  return (
    <Text wrap="truncate">
      {pages.map((one) => (
        <Text key={one} bold={one === page} inverse={one === page} color={theme.accent}>
          {` ${wording.say(`sync.page-${one}`)} `}
        </Text>
      ))}
    </Text>
  );
}
