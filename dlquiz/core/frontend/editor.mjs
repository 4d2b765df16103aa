// The code editor: CodeMirror with what writing Python for a task needs, and nothing else.
// build.mjs bundles this file into ../static/core/vendor/editor.js.

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  HighlightStyle,
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, Prec } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

// Colours are the site's tokens, so the editor follows light, dark and high contrast by itself.
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.definition(tags.variableName), tags.function(tags.definition(tags.variableName))], color: "var(--code-name)" },
  { tag: [tags.className, tags.definition(tags.className), tags.meta], color: "var(--code-name)" },
  { tag: [tags.standard(tags.variableName), tags.self], color: "var(--code-builtin)" },
  { tag: tags.invalid, color: "var(--bad)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--surface)", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.5rem 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--ink-soft)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent-tint) 45%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--accent-tint)", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--spark-tint)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--good-tint)", outline: "1px solid var(--good)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-tint)", outline: "1px solid var(--bad)" },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panel.cm-search": { padding: "0.5rem", fontFamily: "var(--font-text)", fontSize: "0.875rem" },
  ".cm-panel.cm-search label": { fontSize: "0.875rem" },
  ".cm-textfield": { backgroundColor: "var(--surface)", borderColor: "var(--line-strong)", minHeight: "1.75rem" },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--surface)",
    borderColor: "var(--line-strong)",
    minHeight: "1.75rem",
  },
  ".cm-panel.cm-search [name=close]": { minWidth: "1.75rem", minHeight: "1.75rem", fontSize: "1.25rem" },
  ".cm-searchMatch": { backgroundColor: "var(--spark-tint)", outline: "1px solid var(--spark)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-tint)", outline: "2px solid var(--accent)" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", borderColor: "var(--line-strong)", maxWidth: "min(32rem, 90vw)" },
  ".cm-diagnostic": { fontFamily: "var(--font-text)", padding: "0.25rem 0.5rem" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--bad)" },
});

/**
 * An editor inside `parent`. `onChange(source)` hears of every change; `keys` maps a key ("Mod-Enter") to a
 * function; `attributes` are those of the element that is typed into; `phrases` are CodeMirror's own words in
 * the reader's language.
 */
export function createEditor({ parent, source, nonce, onChange, keys, attributes, phrases }) {
  const bindings = Object.entries(keys).map(([key, run]) => ({ key, preventDefault: true, run: () => (run(), true) }));
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorState.phrases.of(phrases),
        EditorState.tabSize.of(4),
        indentUnit.of("    "),
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightSelectionMatches(),
        search({ top: true }),
        lintGutter(),
        python(),
        syntaxHighlighting(colours),
        look,
        EditorView.contentAttributes.of(attributes),
        Prec.highest(keymap.of(bindings)),
        keymap.of([
          ...closeBracketsKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...lintKeymap,
          indentWithTab,
          ...defaultKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    source: () => view.state.doc.toString(),
    /** Replaces everything as one step, which undo takes back. */
    replace(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, userEvent: "input.replace" });
    },
    /** Marks lines in text and gutter; `errors` are `{line, message}`, lines from 1. */
    showErrors(errors) {
      const { doc } = view.state;
      const found = errors
        .filter(({ line }) => line >= 1 && line <= doc.lines)
        .map(({ line, message }) => {
          const { from, to, text } = doc.line(line);
          return { from: from + text.length - text.trimStart().length, to, severity: "error", message };
        })
        .sort((one, other) => one.from - other.from);
      view.dispatch(setDiagnostics(view.state, found));
    },
  };
}
