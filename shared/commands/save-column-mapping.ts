import { problem } from '../problems/catalogue';
import type { Problem } from '../problems/problem';
import type { ColumnMapping } from '../records/settings';
import { change, conclude } from './conclude';
import type { CommandContext, CommandResult } from './intent';

export interface SaveColumnMappingInput {
  /** Kind of file: roster, timetable … */
  readonly kind: string;
  /** Fingerprint of the file's header. */
  readonly layout: string;
  /** Our field → header text. */
  readonly fields: ColumnMapping['fields'];
}

/** Remembers how the columns of a layout were read. `mappings` are those remembered so far. */
export function saveColumnMapping(
  mappings: readonly ColumnMapping[],
  { kind, layout, fields }: SaveColumnMappingInput,
  _ctx: CommandContext,
): CommandResult {
  const id = `${kind}/${layout}`;
  const before = mappings.find((mapping) => mapping.id === id) ?? null;
  const problems: Problem[] = Object.keys(fields).length === 0 ? [problem('mapping-empty')] : [];
  return conclude({
    kind: 'columns.remember',
    changes: [change('columnMappings', before, { id, kind, fields })],
    problems,
  });
}
