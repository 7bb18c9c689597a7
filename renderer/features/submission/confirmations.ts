import { create } from 'zustand';
import type { PackageSelection } from '../../../shared/commands/package-selection';
import type { PackageRecord } from '../../../shared/records/package-record';
import type { CourseId, EnrolmentId } from '../../../shared/records/ids';
import { explain } from '../../../shared/regulation/explain';
import type { Finding, Judgement, RuleId } from '../../../shared/regulation/finding';

/** A warning of somebody who goes in, in words. Another verdict is another key and must be confirmed anew. */
export interface Warning {
  readonly key: string;
  readonly enrolmentId: EnrolmentId;
  readonly rule: RuleId;
  readonly title: string;
  readonly sentence: string;
  readonly clause: string;
}

interface Confirmations {
  /** Course → key of a warning → who confirmed it. Goes into the sealed record; until then it is a form being filled in. */
  readonly by: { readonly [courseId: CourseId]: { readonly [key: string]: string } };
  readonly confirm: (courseId: CourseId, keys: readonly string[], by: string) => void;
  readonly takeBack: (courseId: CourseId, keys: readonly string[]) => void;
}

/** What was confirmed on the page of 报审, kept while the window is open. */
export const useConfirmations = create<Confirmations>((set) => ({
  by: {},
  confirm: (courseId, keys, by) =>
    set((state) => ({
      by: { ...state.by, [courseId]: { ...state.by[courseId], ...Object.fromEntries(keys.map((key) => [key, by])) } },
    })),
  takeBack: (courseId, keys) =>
    set((state) => {
      const gone = new Set(keys);
      const left = Object.entries(state.by[courseId] ?? {}).filter(([key]) => !gone.has(key));
      return { by: { ...state.by, [courseId]: Object.fromEntries(left) } };
    }),
}));

/** The warnings of a selection in words, in the order of the roster. */
export function warningsOf(selection: PackageSelection, judgements: readonly Judgement[]): readonly Warning[] {
  const judged = new Map(judgements.map((judgement) => [judgement.enrolmentId, judgement]));
  return selection.warnings.flatMap(({ enrolmentId, rule }): Warning[] => {
    const finding: Finding | undefined = judged
      .get(enrolmentId)
      ?.findings.find((one) => one.rule === rule && one.severity === 'warning');
    if (!finding) return [];
    const { title, verdict, clause } = explain(finding);
    return [{ key: `${enrolmentId}|${rule}|${verdict}`, enrolmentId, rule, title, sentence: verdict, clause }];
  });
}

/** The confirmations as the sealed record has them; those without a name are left out. */
export const confirmedWarnings = (
  warnings: readonly Warning[],
  by: { readonly [key: string]: string },
): PackageRecord['confirmedWarnings'] =>
  warnings.flatMap(({ key, enrolmentId, rule }) => {
    const name = by[key];
    return name === undefined ? [] : [{ enrolmentId, rule, by: name }];
  });
