interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

const known = (url: string): string => {
  if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`No script is loaded from ${url}.`);
  return url;
};

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('app#script-url', { createScriptURL: known });

/** The address of a script of this build in the form the page's policy accepts. Throws for any other host. */
export function scriptUrl(url: string): string {
  return policy?.createScriptURL(url) ?? known(url);
}
