// Part of the build: says what of others it is made of (CycloneDX) and under which licences, from the lock file and nothing else,
// so that the same sources give the same bytes anywhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Name, version, licence and hash of every package that the built app holds, by name. */
function parts() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
    .map(([path, { version, license, integrity }]) => ({ path, name: path.split('node_modules/').at(-1), version, license, integrity }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const component = ({ name, version, license, integrity }) => ({
  type: 'library',
  name,
  version,
  purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  licenses: [{ license: { id: license } }],
  hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
});

const bill = () => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  components: parts().map(component),
});

/** The words of a package's licence. Throws where it came without any. */
function licenceOf({ path, name, version, license }) {
  const folder = join(root, path);
  const file = existsSync(folder) && readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/iu.test(entry));
  if (!file) throw new Error(`${name} ${version} came without its licence.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

/** The plugin: `sbom.json` and `licences.txt` beside the page. */
export function billOfMaterials() {
  return {
    name: 'bill-of-materials',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'sbom.json', source: `${JSON.stringify(bill(), null, 1)}\n` });
      const rule = `\n${'-'.repeat(72)}\n\n`;
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: parts().map(licenceOf).join(rule) });
    },
  };
}
