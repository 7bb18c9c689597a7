import type { CommandResult, Intent } from '../../../shared/commands/intent';
import { problemText } from '../../../shared/problems/catalogue';

/** The intent of a command that must succeed; shows the problems otherwise. */
export function accepted(result: CommandResult): Intent {
  if (!result.ok) throw new Error(result.error.map((one) => `${one.code}: ${problemText(one).sentence}`).join('\n'));
  return result.value;
}

/** The codes with which a command refused, in order; [] when it did not. Every one has its sentence. */
export function codes(result: CommandResult): readonly string[] {
  if (result.ok) return [];
  for (const one of result.error) problemText(one);
  return result.error.map(({ code }) => code);
}

/** The codes that an accepted intent wants shown. */
export const warned = (intent: Intent): readonly string[] => (intent.warnings ?? []).map(({ code }) => code);
