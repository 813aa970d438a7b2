site-title = Sample website
menu-everything = Page with everything
tag-street = Streets
tag-monitoring = Monitoring
