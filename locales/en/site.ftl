### Texts of the website

site-title = Leipzig and Vietnam

## Menu

menu-partnership = Partnership
# = same in German
menu-delegation = Delegation 2024
menu-dialogue = Friendship Dialogue
menu-topics = Focus areas
menu-news = News
menu-press = Press
menu-about = About this site
menu-imprint = Legal notice
menu-privacy = Privacy
menu-accessibility = Accessibility

## Topics

tag-partnership = City partnership
tag-delegation = Delegations
tag-dialogue = Friendship Dialogue
tag-skilled-workers = Skilled workers
tag-health = Health
tag-water = Water
tag-technology = Technology
tag-economy = Economy
