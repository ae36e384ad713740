import { h } from 'preact';
import { fileName } from '../../src/core/export/file-name.ts';
import { markdownOf } from '../../src/core/export/markdown.ts';
import { catalogueText } from '../../src/platform/catalogue.ts';
import { EXPORT_KINDS, keptExport } from '../../src/platform/exports.ts';
import { ExportPage, type ExportPageProps } from '../../src/ui/ExportPage.tsx';
import { pageIn } from '../../src/ui/page.ts';
import { saveFile } from '../../src/ui/save-file.ts';
import { createTranslate } from '../../src/ui/translate.ts';
import { createWording } from '../../src/ui/wording.ts';

const page = pageIn(document, catalogueText);
const translate = createTranslate(catalogueText, catalogueText('uiLocale', []));
const wording = createWording(translate, navigator.language);

const asked = new URLSearchParams(location.search);
const kind = EXPORT_KINDS.find((known) => known === asked.get('kind')) ?? 'label';
const report = await keptExport(asked.get('id') ?? '');

const markdown = () => (report === null ? '' : markdownOf(report, wording));

const FILES = {
  markdown: { ending: 'md', type: 'text/markdown', text: markdown },
  json: {
    ending: 'json',
    type: 'application/json',
    text: () => `${JSON.stringify(report, null, 2)}\n`,
  },
} as const;

const onSave: ExportPageProps['onSave'] = (wanted) => {
  if (report === null) return;
  const { ending, type, text } = FILES[wanted];
  const name = `${fileName(report)}.${ending}`;
  saveFile(document, name, type, text());
  show(name);
};

function show(saved: string | null): void {
  const props: ExportPageProps = { report, saved, markdown, onSave, onPrint: () => print() };
  page('export_sheet', h(ExportPage, props));
}

show(null);
if (kind !== 'label') onSave(kind);
