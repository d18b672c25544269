import type { SeedManifest } from '../model/commands/first-start.ts';

/** The seed manifest and the bytes of its articles, from the host that served the page. Throws when one cannot be had. */
export async function fetchSeeds(): Promise<{ manifest: SeedManifest; files: Uint8Array[] }> {
  const manifest = JSON.parse(new TextDecoder().decode(await bytesOf('manifest.json'))) as SeedManifest;
  return { manifest, files: await Promise.all(manifest.articles.map(({ file }) => bytesOf(file))) };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`seeds/${file}`, document.baseURI));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
