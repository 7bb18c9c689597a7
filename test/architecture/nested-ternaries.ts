import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value): readonly Node[] =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

/** Types and brackets say nothing of what is compared. */
function bare(node: Node): Node {
  const inner = node['expression'];
  return /^(TS\w+Expression|ParenthesizedExpression|ChainExpression)$/.test(node.type) && isNode(inner)
    ? bare(inner)
    : node;
}

/** A word that stands for one member of a union: 'absent', not '' and not a single sign. */
const isMember = (node: Node): boolean =>
  node.type === 'Literal' && typeof node['value'] === 'string' && /^[\p{L}][\p{L}\d-]+$/u.test(node['value']);

/** kind === 'absent', and the same among others with && || !. Asking for the type of a value (typeof) is something else. */
function asksForMember(test: Node): boolean {
  const node = bare(test);
  if (node.type === 'LogicalExpression')
    return [node['left'], node['right']].some((side) => asksForMember(side as Node));
  if (node.type === 'UnaryExpression') return asksForMember(node['argument'] as Node);
  if (node.type !== 'BinaryExpression' || !/^[!=]==$/.test(String(node['operator']))) return false;
  const [left, right] = [bare(node['left'] as Node), bare(node['right'] as Node)];
  const other = isMember(left) ? right : isMember(right) ? left : null;
  return other !== null && !(other.type === 'UnaryExpression' && other['operator'] === 'typeof');
}

/** The lines on which a ternary inside a branch of another one begins, where one of the two asks which member of a union it has. */
export function nestedTernaries(file: string, text: string): readonly number[] {
  const found = new Set<number>();
  const walk = (node: Node, above: Node | null): void => {
    const here = bare(node);
    if (here.type !== 'ConditionalExpression') {
      for (const child of childrenOf(here)) walk(child, null);
      return;
    }
    const test = here['test'] as Node;
    if (above && (asksForMember(above['test'] as Node) || asksForMember(test)))
      found.add(text.slice(0, here.start).split('\n').length);
    walk(test, null);
    for (const branch of [here['consequent'], here['alternate']]) walk(branch as Node, here);
  };
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  walk(program as unknown as Node, null);
  return [...found];
}
