/** Turns what the analyze command is given (HTML, Markdown, plain text) into one HTML page. */
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import process from 'node:process';
import { text as readStream } from 'node:stream/consumers';
import MarkdownIt from 'markdown-it';
import { err, ok } from '../core/result.ts';
import type { Result } from '../core/result.ts';

/** A page to read. */
export interface InputPage {
  /** The file as it was named; `-` for standard input. */
  readonly file: string;
  readonly html: string;
  /** Address to read it under when none is given: `https://<file name>.example/`. */
  readonly url: string;
}

/** Why a file cannot be read, for people. */
export type InputError = string;

const MARKDOWN = new MarkdownIt({ html: true, linkify: true });

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function page(title: string, body: string): string {
  const head = `<meta charset="utf-8"><title>${escapeText(title)}</title>`;
  return `<!doctype html><html><head>${head}</head><body><main>${body}</main></body></html>`;
}

/** The first heading of Markdown, or the first short line of text, as a page's title. */
function titleOf(text: string): string {
  const heading = /^#{1,2}\s+(.+)$/m.exec(text)?.[1];
  const line = text.split('\n').find((one) => one.trim() !== '') ?? '';
  const title = (heading ?? line).replaceAll(/[*_`#]/g, '').trim();
  return title.length <= 120 ? title : '';
}

function renderText(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).filter((part) => part.trim() !== '');
  const body = paragraphs.map((part) => {
    return `<p>${escapeText(part.trim()).replaceAll(/\r?\n/g, '<br>')}</p>`;
  });
  return page(titleOf(text), body.join('\n'));
}

/** Renders `source`, the content of a file called `name`, as an HTML page. */
export function renderPage(name: string, source: string): string {
  switch (extname(name).toLowerCase()) {
    case '.md':
    case '.markdown':
      return page(titleOf(source), MARKDOWN.render(source));
    case '.txt':
      return renderText(source);
    default:
      return source;
  }
}

function addressFor(file: string): string {
  const name = basename(file, extname(file)).toLowerCase();
  const host = name.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return `https://${host.slice(0, 60) || 'page'}.example/`;
}

/** Reads a file (`.html`, `.htm`, `.md`, `.txt`; `-` is HTML on standard input) as a page. */
export async function readInput(file: string): Promise<Result<InputPage, InputError>> {
  if (file === '-') {
    const html = await readStream(process.stdin);
    return ok({ file, html, url: addressFor('standard-input') });
  }
  if (!/\.(?:html?|xhtml|md|markdown|txt)$/i.test(file)) {
    return err(`${file}: only .html, .md and .txt files can be read`);
  }
  try {
    const source = await readFile(file, 'utf8');
    return ok({ file, html: renderPage(file, source), url: addressFor(file) });
  } catch (error) {
    return err(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
