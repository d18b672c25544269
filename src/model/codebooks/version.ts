/** How much a change of a codebook changes: its words; something new; something removed or redefined. */
export type VersionPart = 'patch' | 'minor' | 'major';

/** Major, minor, patch; `null` where the words are no version of three numbers. */
export function versionNumbers(version: string): readonly [number, number, number] | null {
  const [, major, minor, patch] = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/u.exec(version) ?? [];
  return major === undefined ? null : [Number(major), Number(minor), Number(patch)];
}

/** Below zero where the first version is the lower one. What is no version counts as 0.0.0. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [versionNumbers(one) ?? [0, 0, 0], versionNumbers(other) ?? [0, 0, 0]];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** The lowest version that says that so much has changed. */
export function nextVersion(version: string, part: VersionPart): string {
  const [major, minor, patch] = versionNumbers(version) ?? [0, 0, 0];
  if (part === 'major') return `${major + 1}.0.0`;
  return part === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** True where the major number went up: whoever does that says that meanings have changed. */
export const isMajorStep = (from: string, to: string): boolean => (versionNumbers(to)?.[0] ?? 0) > (versionNumbers(from)?.[0] ?? 0);
