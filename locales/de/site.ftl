### Texte der Website

site-title = Leipzig und Vietnam

## Menü

menu-partnership = Partnerschaft
menu-delegation = Delegation 2024
menu-dialogue = Freundschaftsdialog
menu-topics = Schwerpunkte
menu-news = Aktuelles
menu-press = Presse
menu-about = Über diese Website
menu-imprint = Impressum
menu-privacy = Datenschutz
menu-accessibility = Barrierefreiheit

## Themen

tag-partnership = Städtepartnerschaft
tag-delegation = Delegationen
tag-dialogue = Freundschaftsdialog
tag-skilled-workers = Fachkräfte
tag-health = Gesundheit
tag-water = Wasser
tag-technology = Technologie
tag-economy = Wirtschaft
