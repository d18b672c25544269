// `npm run portable`: a folder with the built app and a server of one file, to be copied to a stick or unpacked anywhere.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const target = 'portable';
const root = join(import.meta.dirname, '..');

rmSync(join(root, target), { recursive: true, force: true });
cpSync(join(import.meta.dirname, 'portable'), join(root, target), { recursive: true });
// The sources for debugging are not needed where nobody debugs.
cpSync(join(root, 'dist'), join(root, target, 'app'), { recursive: true, filter: (path) => !path.endsWith('.map') });
console.log(`Made ${target}/: copy it anywhere and follow its README.txt.`);
