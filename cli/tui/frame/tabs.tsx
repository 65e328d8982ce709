import { Box, type DOMElement } from "ink";
import { useRef } from "react";
import { stateOf } from "../../../shared/ledger/periods.ts";
import type { Period } from "../../../shared/words/period.ts";
import type { Wording } from "../../wording/wording.ts";
import { type ScreenName, screenNames } from "../keys.ts";
import { useLedger, useOffice } from "../office-context.tsx";
import { Text } from "../ui/text.tsx";
import { theme } from "../ui/theme.ts";
import { useMouse } from "../ui/use-mouse.ts";
import { layRight, layTabs } from "./tab-layout.ts";

interface TabsProps {
  readonly screen: ScreenName;
  readonly columns: number;
  readonly onOpen: (screen: ScreenName) => void;
}

/** The screens with their numbers, the open one marked, then the office and its period. */
export function Tabs({ period, ...props }: TabsProps & { readonly period: Period }) {
  const { wording } = useOffice();
  const { profile, ledger } = useLedger();
  const state = stateOf(ledger.periods, period.id);
  const locked = state === "open" ? "" : ` ${wording.say(`period.is-${state}`)}`;
  const about = { office: profile.office.name, period: `${period.id}${locked}` };
  return <TabLine wording={wording} {...about} {...props} />;
}

export function TabLine({
  wording: { say },
  screen,
  office,
  period,
  columns,
  onOpen,
}: TabsProps & {
  readonly wording: Wording;
  readonly office: string;
  readonly period: string;
}) {
  const tabs = layTabs(screenNames, (name) => say(`screen.${name}`), screen, columns);
  const left = tabs.at(-1)?.until ?? 0;
  const line = useRef<DOMElement>(null);
  useMouse(line, ({ type, x }) => {
    const tab = tabs.find(({ from, until }) => x >= from && x < until);
    if (type === "press" && tab) onOpen(tab.name);
  });
  return (
    <Box ref={line} width={columns} height={1}>
      <Text wrap="truncate">
        {tabs.map(({ name, text }) => (
          <Text key={name} inverse={name === screen} bold={name === screen} color={theme.accent}>
            {text}
          </Text>
        ))}
        {layRight(office, period, columns - left)}
      </Text>
    </Box>
  );
}
