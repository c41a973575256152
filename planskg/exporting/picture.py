def write_picture(store): return ""
