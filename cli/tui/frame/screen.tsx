/** The screen with this name. */
import type { ScreenName } from "../keys.ts";
import type { ScreenProps } from "../office-context.tsx";
import { Board } from "../screens/board/board.tsx";
import { Checklists } from "../screens/checklists/checklists.tsx";
import { EntryForm } from "../screens/entry-form/entry-form.tsx";
import { LedgerScreen } from "../screens/ledger/ledger.tsx";
import { Problems } from "../screens/problems/problems.tsx";
import { Publications } from "../screens/publications/publications.tsx";
import { Report } from "../screens/report/report.tsx";
import { SyncScreen } from "../screens/sync/sync.tsx";

export function Screen({ screen, ...props }: ScreenProps & { readonly screen: ScreenName }) {
  switch (screen) {
    case "board":
      return <Board {...props} />;
    case "entry-form":
      return <EntryForm {...props} />;
    case "ledger":
      return <LedgerScreen {...props} />;
    case "sync":
      return <SyncScreen {...props} />;
    case "checklists":
      return <Checklists {...props} />;
    case "problems":
      return <Problems {...props} />;
    case "publications":
      return <Publications {...props} />;
    case "report":
      return <Report {...props} />;
  }
}
