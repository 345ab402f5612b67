print("imgds")
