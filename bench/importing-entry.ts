export { application, writePackage } from '../src/formats/package/write.ts';
export { largePackage } from '../src/testing/large-package.ts';
