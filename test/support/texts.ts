/** Long and foreign texts of our own for tests, as HTML. */

const TOPICS = [
  'We collect your e-mail address and your device identifier when you use service number #.',
  'We share the data of service number # with advertising partners for interest-based ads.',
  'We do not sell the personal information that service number # holds.',
  'We keep the records of service number # for two years and delete them afterwards.',
  'You may ask us to correct or delete the data that service number # keeps about you.',
  'We use cookies in service number # to remember your settings and to measure visits.',
];

/** A privacy policy of about `words` words in sections of six sentences. */
export function longPolicy(words: number): string {
  const sections: string[] = [];
  let count = 0;
  for (let number = 1; count < words; number += 1) {
    const sentences = TOPICS.map((sentence) => sentence.replace('#', String(number)));
    sections.push(`<h2>Service ${number}</h2><p>${sentences.join(' ')}</p>`);
    count += 2 + sentences.join(' ').split(' ').length;
  }
  return page('Privacy Policy', `<h1>Privacy Policy</h1>${sections.join('\n')}`);
}

/** A German privacy policy of about 300 words. */
export function germanPolicy(): string {
  return page(
    'Datenschutzerklärung',
    `<h1>Datenschutzerklärung</h1>
<p>Wir freuen uns, dass Sie unseren Laden im Netz besuchen. In dieser Erklärung steht, welche
personenbezogenen Daten wir verarbeiten, zu welchem Zweck wir das tun und welche Rechte Sie haben.</p>
<h2>Verantwortlicher</h2>
<p>Verantwortlich für die Verarbeitung ist die Steinbach Fahrräder GmbH. Unseren Datenschutzbeauftragten
erreichen Sie unter datenschutz@steinbach.example.</p>
<h2>Welche Daten wir erheben</h2>
<p>Wenn Sie etwas bestellen, erheben wir Ihren Namen, Ihre Anschrift und Ihre E-Mail-Adresse. Beim Besuch der
Seiten speichert unser Server die IP-Adresse, den Zeitpunkt und die aufgerufene Seite. Diese Angaben werden
nach sieben Tagen gelöscht.</p>
<h2>Cookies</h2>
<p>Wir verwenden Cookies, um Ihren Warenkorb zu speichern und um zu messen, wie unsere Seiten genutzt werden. In
den Einstellungen Ihres Browsers können Sie Cookies ablehnen oder löschen.</p>
<h2>Weitergabe an Dritte</h2>
<p>Wir geben Ihre Daten an den Paketdienst und an den Zahlungsdienst weiter, soweit das für die Lieferung nötig
ist. Wir verkaufen Ihre Daten nicht. Eine Übermittlung in Länder außerhalb der Europäischen Union findet nicht
statt.</p>
<h2>Ihre Rechte</h2>
<p>Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Einschränkung der Verarbeitung. Eine Einwilligung
können Sie jederzeit für die Zukunft widerrufen. Außerdem können Sie sich bei einer Aufsichtsbehörde beschweren.
Wenn Sie eines dieser Rechte nutzen möchten, schreiben Sie uns bitte eine E-Mail. Wir antworten innerhalb eines
Monats.</p>
<h2>Speicherdauer</h2>
<p>Rechnungen bewahren wir zehn Jahre auf, weil das Gesetz es verlangt. Alle anderen Daten löschen wir, sobald sie
für den Zweck, zu dem wir sie erhoben haben, nicht mehr gebraucht werden.</p>`,
    'de',
  );
}

/** A whole page around `body`. */
export function page(title: string, body: string, language = 'en'): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main>${body}</main></body></html>`;
}
