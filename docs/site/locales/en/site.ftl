site-title = bruecke
