interface CoverageNode {
  readonly sourcePosition: { readonly line: number; readonly currentOffset: number; readonly endOffset: number };
  readonly values?: readonly { readonly value: { readonly boolValue?: boolean } }[];
  readonly children?: readonly CoverageNode[];
}
interface CoverageAnswer {
  readonly rules: { readonly files: readonly { readonly content: string }[] };
  readonly report: readonly CoverageNode[];
}

/**
 * Conditions of the loaded Firestore rules that no request of this project has made both true and false, as
 * `line: text: never false`. A condition that was never asked counts; the literal `false` of a closed collection not.
 */
export async function unseenOutcomes(projectId: string): Promise<string[]> {
  const host = process.env['FIRESTORE_EMULATOR_HOST'];
  const response = await fetch(`http://${host}/emulator/v1/projects/${projectId}:ruleCoverage`);
  const { rules, report } = (await response.json()) as CoverageAnswer;
  const source = rules.files[0]?.content ?? '';
  return report.flatMap((node) => unseenIn(node, source));
}

function unseenIn(node: CoverageNode, source: string): string[] {
  const { line, currentOffset, endOffset } = node.sourcePosition;
  const text = source.slice(currentOffset, endOffset + 1).replace(/\s+/g, ' ');
  const inside = (node.children ?? []).flatMap((child) => unseenIn(child, source));
  if (text === 'false') return inside;
  const values = node.values ?? [];
  if (values.length === 0) return [`${line}: ${text}: never asked`];
  const seen = new Set(values.flatMap(({ value }) => value.boolValue ?? []));
  if (seen.size !== 1) return inside; // both, or not a condition
  return [`${line}: ${text}: never ${!seen.has(true)}`, ...inside];
}
