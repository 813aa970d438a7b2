site-title = Musterwebsite
menu-everything = Musterseite mit allem
tag-street = Straßen
tag-monitoring = Rindfleischetikettierungsüberwachung
