//! The tags of blocks, of emphasis and of links: what needs nothing but the event itself to be written.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, LinkType, Tag, TagEnd};

use super::HtmlWriter;
use crate::model::{Role, Slot, escaped};
use crate::parse::events::is_inline;

impl HtmlWriter<'_, '_> {
    pub(super) fn start(&mut self, tag: &Tag<'_>, span: Range<usize>) {
        self.out.html.push_str(opening(tag));
        self.raw.begin_block();
        match tag {
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(Some(start)) if *start != 1 => self.out.html.push_str(&format!("<ol start=\"{start}\">\n")),
            Tag::DefinitionListTitle => self.narrow = true,
            Tag::Table(columns) => self.columns.clone_from(columns),
            Tag::TableHead => (self.in_head, self.column) = (true, 0),
            Tag::TableRow => self.column = 0,
            Tag::TableCell => self.cell(),
            Tag::Link { dest_url, title, link_type, .. } => {
                let at = dest_span(self.page.source.text(), &span, dest_url, *link_type);
                self.link((dest_url, at), title, *link_type);
            }
            _ => {}
        }
        if !is_inline(tag.to_end()) {
            self.typographer.start_block();
        }
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.verbatim = true;
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_whitespace().next(),
            CodeBlockKind::Indented => None,
        };
        let class = language.map(|language| format!(" class=\"language-{}\"", escaped(language)));
        self.out.html.push_str(&format!("<pre><code{}>", class.unwrap_or_default()));
    }

    fn cell(&mut self) {
        self.out.html.push_str(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.html.push_str(match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::Center) => " class=\"center\">",
            _ => ">",
        });
        self.column += 1;
        self.narrow = true;
    }

    fn link(&mut self, (dest, at): (&str, Range<usize>), title: &str, kind: LinkType) {
        let dest = match kind {
            LinkType::Email => Cow::Owned(format!("mailto:{dest}")),
            _ => Cow::Borrowed(dest),
        };
        let link = self.page.link(&dest, at, Role::Link);
        self.verbatim = matches!(kind, LinkType::Autolink | LinkType::Email);
        self.out.html.push_str("<a href=\"");
        self.out.slots.push((self.out.html.len(), Slot::Link(link)));
        self.out.html.push('"');
        if !title.is_empty() {
            let title = escaped(&self.page.set(title));
            self.out.html.push_str(&format!(" title=\"{title}\""));
        }
        self.out.html.push('>');
    }

    pub(super) fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock | TagEnd::Link => self.verbatim = false,
            TagEnd::DefinitionListTitle | TagEnd::TableCell => self.narrow = false,
            _ => {}
        }
        self.raw.end_block(&mut self.out.html);
        self.out.html.push_str(closing(tag, self.in_head));
        self.in_head &= tag != TagEnd::TableHead;
    }
}

/// What a tag begins with, where that is always the same.
fn opening(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::BlockQuote(_) => "<blockquote>\n",
        Tag::List(None) => "<ul>\n",
        Tag::List(Some(1)) => "<ol>\n",
        Tag::Item => "<li>",
        Tag::DefinitionList => "<dl>\n",
        Tag::DefinitionListTitle => "<dt>",
        Tag::DefinitionListDefinition => "<dd>",
        Tag::Table(_) => "<div class=\"table\" tabindex=\"0\">\n<table>\n",
        Tag::TableHead => "<thead>\n<tr>",
        Tag::TableRow => "<tr>",
        Tag::Emphasis => "<em>",
        Tag::Strong => "<strong>",
        Tag::Strikethrough => "<del>",
        _ => "",
    }
}

fn closing(tag: TagEnd, in_head: bool) -> &'static str {
    match tag {
        TagEnd::BlockQuote(_) => "</blockquote>\n",
        TagEnd::CodeBlock => "</code></pre>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::List(true) => "</ol>\n",
        TagEnd::Item => "</li>\n",
        TagEnd::DefinitionList => "</dl>\n",
        TagEnd::DefinitionListTitle => "</dt>\n",
        TagEnd::DefinitionListDefinition => "</dd>\n",
        TagEnd::Table => "</tbody>\n</table>\n</div>\n",
        TagEnd::TableHead => "</tr>\n</thead>\n<tbody>\n",
        TagEnd::TableRow => "</tr>\n",
        TagEnd::TableCell if in_head => "</th>",
        TagEnd::TableCell => "</td>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::Strikethrough => "</del>",
        TagEnd::Link => "</a>",
        _ => "",
    }
}

/// Where the destination stands inside the link's bytes; for reference links the whole link.
pub(super) fn dest_span(text: &str, span: &Range<usize>, dest: &str, kind: LinkType) -> Range<usize> {
    let written = text.get(span.clone()).unwrap_or_default();
    if kind != LinkType::Inline || dest.is_empty() {
        return span.clone();
    }
    // Where no title follows, there is nothing to look for.
    let last = written.strip_suffix(')').filter(|written| written.ends_with(dest));
    match last.map(|written| written.len() - dest.len()).or_else(|| written.rfind(dest)) {
        Some(at) => span.start + at..span.start + at + dest.len(),
        None => span.clone(),
    }
}
