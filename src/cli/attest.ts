import { main } from './main.ts';

process.exitCode = main(process.argv.slice(2), { out: (line) => console.log(line), err: (line) => console.error(line) });
