//! The pictures that HTML shows, with what it says of them.

use super::blocks::tidy;
use super::html::{Token, tokens};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture {
    pub src: String,
    pub alt: String,
    /// What stands under it, if anything does.
    pub caption: Option<String>,
}

/// In order, each with the caption of the figure it stands in.
pub(crate) fn pictures(html: &str) -> Vec<Picture> {
    let mut pictures: Vec<Picture> = Vec::new();
    let (mut figure, mut caption): (Option<usize>, Option<String>) = (None, None);
    tokens(html, |token| match token {
        Token::Start(tag) => match tag.name.as_str() {
            "img" => {
                let value = |key| tag.get(key).unwrap_or_default().to_string();
                pictures.push(Picture { src: value("src"), alt: value("alt"), caption: None });
            }
            "figure" => figure = Some(pictures.len()),
            "figcaption" => caption = Some(String::new()),
            _ => {}
        },
        Token::Text(text) => {
            if let Some(caption) = &mut caption {
                caption.push_str(&text.replace('\n', " ").replace('\u{AD}', ""));
            }
        }
        Token::End("figcaption") => {
            let text = Some(tidy(&caption.take().unwrap_or_default())).filter(|text| !text.is_empty());
            let in_figure = pictures.iter_mut().skip(figure.unwrap_or(usize::MAX));
            in_figure.for_each(|picture| picture.caption.clone_from(&text));
        }
        Token::End("figure") => figure = None,
        Token::End(_) => {}
    });
    pictures
}

#[cfg(test)]
mod tests {
    use super::{Picture, pictures};

    #[test]
    fn pictures_have_the_caption_of_their_figure() {
        let picture = |src: &str, alt: &str, caption: Option<&str>| Picture {
            src: src.into(),
            alt: alt.into(),
            caption: caption.map(str::to_string),
        };
        let html = "<img src=a><figure><img src=b alt='B &amp; C'><img src=c><figcaption>Um\u{AD}bruch\n <b>zwei</b>\
            </figcaption></figure><img src=d>";
        let caption = Some("Umbruch zwei");
        let wanted = [picture("a", "", None), picture("b", "B & C", caption), picture("c", "", caption)];
        assert_eq!(pictures(html), [&wanted[..], &[picture("d", "", None)][..]].concat());
    }
}
