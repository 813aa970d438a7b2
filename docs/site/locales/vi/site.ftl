# = same: the name
site-title = bruecke
