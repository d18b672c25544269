/** The look of a sheet: black on white, tags told apart by their lines, so that it prints well. */
export const style = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
body { max-width: 44em; margin: 2em auto; padding: 0 1em; background: #fff; color: #000; font: 11pt/1.5 Georgia, "Times New Roman", serif; }
h1 { font-size: 1.4em; line-height: 1.25; }
h2 { margin-top: 1.6em; font-size: 1.1em; break-after: avoid; }
h3 { margin: 1.2em 0 .4em; font-size: 1em; break-after: avoid; }
table { width: 100%; border-collapse: collapse; font-size: .9em; }
th, td { padding: .3em .5em; border: 1px solid #000; text-align: start; vertical-align: top; overflow-wrap: break-word; }
th { white-space: nowrap; }
.wide th { white-space: normal; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; font-size: .9em; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
li { margin-bottom: .2em; }
.text p { margin: 0 0 .2em; white-space: pre-wrap; overflow-wrap: break-word; line-height: 1.8; }
.text .headline { font-weight: bold; }
mark { background: none; color: inherit; text-underline-offset: .2em; text-decoration: underline solid 1.5px; }
mark.quote { text-decoration-style: dashed; }
mark.source { text-decoration-style: dotted; outline: 1px solid #000; outline-offset: 1px; }
mark.other { text-decoration-style: wavy; }
sup { margin-inline: .1em .25em; font: bold .65em sans-serif; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
`;

/** SHA-256 of the style, base64: the one thing that the sheet lets run. */
export const styleHash = '6lq7u2/TaPfCviKPS8Q3yot2/waXD1aGDN0Uz3Uwua4=';
