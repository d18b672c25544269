export { application, writePackage } from '../src/formats/package/write.ts';
export { colleagues } from '../src/testing/colleagues.ts';
