import { useState } from 'react';
import { maskId } from '../../../shared/identity/mask';
import { goTo } from '../../app/navigation';
import type { PersonBrief } from '../../data/people-directory';
import { usePeople } from '../../data/use-people';
import { peopleText } from '../../text/people';
import { recordText } from '../../text/records';
import { DataTable } from '../../ui/data-table';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import type { Column } from '../../ui/table-model';

const text = peopleText.columns;

const COLUMNS: readonly Column<PersonBrief>[] = [
  { key: 'name', title: text.name, width: 140, value: (p) => p.name, opens: true },
  { key: 'idNumber', title: text.idNumber, width: 200, value: (p) => maskId(p.idNumber), mono: true },
  { key: 'idKind', title: text.idKind, width: 160, value: (p) => recordText.idKind[p.idKind], filter: true },
  { key: 'employer', title: text.employer, width: 320, value: (p) => p.employer ?? null, filter: true },
];
const rowKey = (person: PersonBrief): string => person.id;
const rowName = (person: PersonBrief): string => person.name;

/** Everybody, found by name, pinyin initials, employer or last digits. */
export function PeoplePage() {
  const [search, setSearch] = useState('');
  const found = usePeople(search);
  return (
    <Page title={peopleText.title} layout="fill">
      {found && (
        <DataTable
          name="people"
          caption={peopleText.title}
          rows={found.people}
          rowKey={rowKey}
          rowName={rowName}
          columns={COLUMNS}
          search={{ text: search, onChange: setSearch, placeholder: peopleText.search, total: found.total }}
          onOpen={({ id }) => goTo({ at: 'person', personId: id })}
          empty={<EmptyState title={peopleText.empty} next={peopleText.emptyNext} />}
        />
      )}
    </Page>
  );
}
